internal import Basics
internal import CommunityData

/// What most formats do alike before they read and when they have read.
extension ImportRun {
  /// Refuses an export without a single file that is wanted, and tells the meter how often the files
  /// are read; `what` is said of what is missing: "`.tsv` file".
  func announce(
    _ isWanted: (String) -> Bool, passes: Int = 1, what: String, fix: String
  ) throws(ImportError) {
    if input.isStream {
      if passes == 1 { return }
      throw ImportError(
        ImportersCodes.missingInput,
        "this format is read more than once, which standard input cannot be",
        fix: "save the export to a file and name that")
    }
    var isThere = input.hasGivenFile
    try input.listFiles { if isWanted($0) { isThere = true } }
    guard isThere else {
      throw ImportError(
        ImportersCodes.missingInput,
        "there is no \(what) in \(request.inputs.joined(separator: ", "))", fix: fix)
    }
    for _ in 0..<passes { input.announce(where: isWanted) }
  }

  /// Writes the channels that were taken and the members that the kept items name.
  mutating func writePlaces(_ channels: ChannelChoice) {
    channels.takenChannels.forEach { append($0) }
    writeMembers()
  }

  mutating func writeMembers() {
    namedMembers().forEach { append($0.member) }
  }

  /// Why a record of a channel that was not asked for is left out.
  static let inOtherChannel = "in a channel that was not asked for"
}

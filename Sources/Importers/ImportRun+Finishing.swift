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

  /// Writes the channels that kept items stand in, those above them, and the members they name.
  mutating func writePlaces(_ channels: ChannelChoice) {
    let used = channels.takenChannels.filter { uses($0.id) }
    let above = Set(used.compactMap { $0.parent.map(ExactText.init) })
    for channel in channels.takenChannels
    where uses(channel.id) || above.contains(ExactText(channel.id)) {
      append(channel)
    }
    writeMembers()
  }

  mutating func writeMembers() {
    leftOut.notes.forEach { tally.note($0) }
    namedMembers().forEach { append($0.member) }
  }

  /// Says whether the export shows who is staff, and names those of the staff whom nobody in it is.
  mutating func noteStaff() {
    let (found, missing) = staff
    correctMeasurable { $0.roles = !found.isEmpty }
    if missing.isEmpty { return }
    let names = missing.map { "`\($0)`" }.joined(separator: ", ")
    tally.warn(
      Diagnostic(
        ImportersCodes.unknownStaff, "nobody in the export is called \(names), as the staff is",
        severity: .warning, fix: "write names as the export does, in the same case",
        notes: found.isEmpty ? ["what staff does is not measurable without any of them"] : []))
  }

  /// Compares what a file says it holds with what it holds; a file that holds less has gaps.
  mutating func compareCount(of file: String, says: Int, holds: Int, _ what: String) {
    if says == holds { return }
    let file = Minimisation.minimised(label: file)
    let text = "\(file) says that it holds \(says) \(what) and holds \(holds)"
    if holds < says { tally.gap(text) } else { tally.note(text) }
  }

  /// The host of the origin, for permalinks that count from there:
  /// `https://gitter.im/FreeCodeCamp` → `https://gitter.im`.
  var site: String {
    request.origin.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false).prefix(3)
      .joined(separator: "/")
  }

  /// Why a record of a channel that was not asked for is left out.
  static let inOtherChannel = "in a channel that was not asked for"
  /// Why a record is left out that only some may read, unless the data was given with consent.
  static let inPrivateChannel = "in a channel that is not public"
  /// Why a record of a talk of a few people is left out, always.
  static let inTalk = "a direct message"
  /// Why a snapshot of some channels is not complete.
  static let onlySomeChannels = "only some channels were asked for"
}

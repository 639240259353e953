internal import Basics
internal import CommunityData

/// Which channels of an export are taken: all, or those that the request names.
struct ChannelChoice {
  /// In lower case.
  private let wanted: Set<String>
  private var found: [ExactText: Channel] = [:]
  private var taken: Set<ExactText> = []

  init(_ names: [String]) {
    wanted = Set(names.map { $0.lowercased() })
  }

  /// The newest name counts; what stands above a channel is kept when a later file does not say it.
  mutating func note(_ channel: Channel) {
    let id = ExactText(channel.id)
    let known = found[id]
    if known == channel { return }
    var channel = channel
    if channel.parent == nil { channel.parent = known?.parent }
    found[id] = channel
    if known != nil { return }
    if wanted.isEmpty || !wanted.isDisjoint(with: ChannelChoice.names(of: channel)) {
      taken.insert(id)
    }
  }

  func takes(_ id: String) -> Bool { taken.contains(ExactText(id)) }

  /// By id, with the places above them.
  var takenChannels: [Channel] {
    let above = taken.compactMap { found[$0]?.parent.map(ExactText.init) }
    return taken.union(above).sorted().compactMap { found[$0] }
  }

  /// Refuses a name that no channel has.
  func check() throws(ImportError) {
    let known = Set(found.values.flatMap(ChannelChoice.names))
    for name in wanted.sorted() where !known.contains(name) {
      throw ImportError(
        ImportersCodes.unknownChannel, "there is no channel `\(name)` in the export",
        fix: suggestion(for: name, among: known))
    }
  }

  /// What a channel may be called by: its name, the last part of it, and its id.
  private static func names(of channel: Channel) -> [String] {
    let name = channel.name.lowercased()
    let last = name.split(separator: "/").last.map(String.init) ?? name
    return [name, last, channel.id.lowercased()]
  }
}

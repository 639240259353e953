internal import Basics

extension [SnapshotFolder] {
  /// The newest manifest with the window of all snapshots that join on to the one that reaches
  /// furthest: a refresh that holds the last month alone does not make what was known before unknown,
  /// nor does an export of older years, fetched later, what is known since.
  ///
  /// Oldest first. Where nobody was listened to for longer than a week, the window begins behind that:
  /// no measure may take not knowing for silence. For the same reason only that is told which every
  /// snapshot tells whose items are still there. What was given with consent once lies among the
  /// items of all, so it counts for the whole.
  var joinedManifest: SnapshotManifest? {
    guard var manifest = last?.manifest else { return nil }
    if contains(where: { $0.manifest.scope == .withConsent }) { manifest.scope = .withConsent }
    // By their ends and not by the days of the snapshots: who collects may fill in what came before.
    let windows = map(\.manifest.window).sorted { $0.to > $1.to }
    manifest.window = windows.first ?? manifest.window
    for window in windows.dropFirst() {
      let from = manifest.window.from.secondsSinceEpoch
      if window.to.secondsSinceEpoch + SnapshotFolder.longestSilence < from { break }
      if window.from < manifest.window.from { manifest.window.from = window.from }
    }
    for (number, older) in dropLast().enumerated()
    where manifest.window.from <= older.manifest.window.to
      && !dropFirst(number + 1).contains(where: { $0.tellsAgain(older) })
    {
      manifest.measurable.leaveOut(whatLacksIn: older.manifest.measurable)
    }
    return manifest
  }
}

extension SnapshotFolder {
  /// A window begins with an export's first item, which need not follow at once, in seconds.
  fileprivate static let longestSilence: Int64 = 7 * 86_400

  /// Whether the items of an older snapshot are all in this one, or were deleted.
  fileprivate func tellsAgain(_ older: SnapshotFolder) -> Bool {
    let window = older.manifest.window
    return manifest.complete && manifest.window.from <= window.from
      && window.to <= manifest.window.to
  }
}

extension SnapshotManifest.Measurable {
  /// Roles stay: they are of people, of whom the newest snapshot tells.
  fileprivate mutating func leaveOut(whatLacksIn other: SnapshotManifest.Measurable) {
    replies = replies && other.replies
    reactions = reactions && other.reactions
    threads = threads && other.threads
    urls = urls && other.urls
    edits = edits && other.edits
  }
}

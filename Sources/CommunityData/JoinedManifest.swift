internal import Basics

extension [SnapshotFolder] {
  /// The newest manifest with the window of all snapshots that join on to it: a refresh that holds the
  /// last month alone does not make what was known before unknown.
  ///
  /// Oldest first. Where nobody was listened to for longer than a week, the window begins behind that:
  /// no measure may take not knowing for silence. What was given with consent once lies among the
  /// items of all, so it counts for the whole.
  var joinedManifest: SnapshotManifest? {
    guard var manifest = last?.manifest else { return nil }
    if contains(where: { $0.manifest.scope == .withConsent }) { manifest.scope = .withConsent }
    for older in dropLast().reversed() {
      let window = older.manifest.window
      let from = manifest.window.from.secondsSinceEpoch
      if window.to.secondsSinceEpoch + SnapshotFolder.longestSilence < from { break }
      if window.from < manifest.window.from { manifest.window.from = window.from }
    }
    return manifest
  }
}

extension SnapshotFolder {
  /// A window begins with an export's first item, which need not follow at once, in seconds.
  fileprivate static let longestSilence: Int64 = 7 * 86_400
}

/// What a publication did to the output folder; the manifest is not counted.
package struct PublishSummary: Sendable, Hashable {
  package var added = 0
  package var changed = 0
  package var removed = 0
  package var unchanged = 0
  /// Size of the whole edition.
  package var bytes = 0
  /// Size of the added and changed files.
  package var bytesWritten = 0
  package var manner = PublishManner.nothing
  /// The folder of the edition before, when it could not be removed; the next run tries again.
  package var leftover: String?

  package init() {}

  /// How many files differ from the edition before.
  package var filesChanged: Int { added + changed + removed }

  /// `3 files changed (1 added, 1 changed, 1 removed), 11,997 unchanged` → without the thousands
  /// separator; `0 files changed` when nothing differs.
  package var text: String {
    if filesChanged == 0 { return "0 files changed" }
    let parts = [(added, "added"), (changed, "changed"), (removed, "removed")]
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let files = filesChanged == 1 ? "1 file changed" : "\(filesChanged) files changed"
    return "\(files) (\(parts.joined(separator: ", "))), \(unchanged) unchanged"
  }
}

/// By which road an edition got to its place.
package enum PublishManner: Sendable, Hashable {
  /// Nothing differed, nothing was written.
  case nothing
  /// The whole tree at one stroke.
  case exchange
  /// File by file under a journal, and why.
  case journal(String)

  /// What the author is told, or nil when there is nothing to tell.
  package var note: String? {
    guard case .journal(let reason) = self else { return nil }
    return "published file by file (\(reason)): each file is whole at any moment, "
      + "and an interrupted run is completed by the next"
  }
}

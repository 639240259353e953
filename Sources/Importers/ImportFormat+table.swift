internal import CommunityData

/// The table of all formats, for `import --list` and the documentation.
extension ImportFormat {
  /// What a snapshot of the format can tell beside who wrote what and when: `replies, threads`.
  package var measurableWords: String {
    let told = ImportFormat.told.filter { measurable[keyPath: $0.path] }.map(\.word)
    return told.isEmpty ? "nothing more" : told.joined(separator: ", ")
  }

  /// Its row in the table of `docs/importers/README.md`.
  package var row: String {
    let marks = ImportFormat.told.map { measurable[keyPath: $0.path] ? "yes" : "—" }
    return "| [\(name)](\(name).md) | \(title) | \(marks.joined(separator: " | ")) |"
  }

  /// The heading of that table.
  package static var heading: String {
    let words = told.map(\.word)
    return "| Format | Reads | \(words.joined(separator: " | ")) |\n"
      + "|---|---|" + String(repeating: "---|", count: words.count)
  }

  private static var told: [(word: String, path: KeyPath<SnapshotManifest.Measurable, Bool>)] {
    [
      ("replies", \.replies), ("threads", \.threads), ("reactions", \.reactions),
      ("edits", \.edits), ("permalinks", \.urls),
    ]
  }
}

internal import JSONText

/// How many records were read, and what became of them.
extension ManifestReader {
  mutating func counts(_ root: JSONValue) -> SnapshotManifest.Counts? {
    let names = ["read", "items", "members", "channels", "quarantined", "withheld"]
    guard let value = fields.object(root, "counts", names) else { return nil }
    var counts = SnapshotManifest.Counts()
    counts.read = fields.count(value, "read") ?? 0
    counts.items = fields.count(value, "items") ?? 0
    counts.members = fields.count(value, "members") ?? 0
    counts.channels = fields.count(value, "channels") ?? 0
    counts.quarantined = fields.count(value, "quarantined") ?? 0
    counts.withheld = fields.countsByName(value, "withheld")
    let sum = counts.items + counts.withheld.values.reduce(0, +) + counts.quarantined
    if !counts.addUp, fields.diagnostics.isEmpty {
      fields.report(
        CommunityDataCodes.countsDoNotAddUp,
        "\(counts.read) records read, but items + withheld + quarantined are \(sum)",
        at: value["read"], fix: "a record was lost: import again")
    }
    return counts
  }

  /// The public account of the records is told from the counts, and must be that of the files. A
  /// measured snapshot counts what stayed elsewhere.
  mutating func check(
    _ counts: SnapshotManifest.Counts, against files: [SnapshotManifest.File], _ root: JSONValue
  ) {
    let rows = files.filter { SnapshotFileName(path: $0.path) == .items }.reduce(0) { $0 + $1.rows }
    guard rows != counts.items, fields.diagnostics.isEmpty else { return }
    fields.report(
      CommunityDataCodes.countsDoNotAddUp,
      "\(counts.items) items are counted, but their files hold \(rows)",
      at: root["counts"]?["items"], fix: "import again")
  }
}

/// The files that a snapshot may hold beside its manifest, each plain, as `.gz` or as `.zst`.
enum SnapshotFileName: String, CaseIterable {
  case attribution = "attribution.ndjson"
  case channels = "channels.ndjson"
  case items = "items.ndjson"
  case members = "members.ndjson"
  case quarantine = "quarantine.ndjson"

  /// The name of a file that may be compressed: `items.ndjson.gz` is `items`.
  init?(path: String) {
    let suffix = Compression.allCases.map(\.rawValue).first { path.hasSuffix($0) } ?? ""
    self.init(rawValue: String(path.dropLast(suffix.count)))
  }
}

/// The files that a snapshot may hold beside its manifest.
enum SnapshotFileName: String, CaseIterable {
  case attribution = "attribution.ndjson"
  case channels = "channels.ndjson"
  case items = "items.ndjson"
  case members = "members.ndjson"
  case quarantine = "quarantine.ndjson"
}

/// The files that a snapshot may hold beside its manifest, each plain, as `.gz` or as `.zst`.
enum SnapshotFileName: String, CaseIterable {
  case attribution = "attribution.ndjson"
  case channels = "channels.ndjson"
  case inputs = "inputs.json"
  case items = "items.ndjson"
  case measurements = "measurements.ndjson"
  case members = "members.ndjson"
  case people = "people.ndjson"
  case quarantine = "quarantine.ndjson"

  /// What only a measured snapshot has.
  static let measured: [SnapshotFileName] = [.inputs, .measurements, .people]

  /// The name of a file that may be compressed, or be a part: `items-00003.ndjson.gz` is `items`.
  init?(path: String) {
    if SnapshotFileName.part(of: path) != nil {
      self = .items
    } else {
      self.init(rawValue: SnapshotFileName.uncompressed(path))
    }
  }

  /// The number of a part of the items: `items-00003.ndjson.gz` → 3; nil for a whole file.
  static func part(of path: String) -> Int? {
    let name = uncompressed(path)
    guard name.hasPrefix(partPrefix), name.hasSuffix(partSuffix) else { return nil }
    let digits = name.dropFirst(partPrefix.count).dropLast(partSuffix.count)
    let isNumber = digits.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return digits.utf8.count == partDigits && isNumber ? Int(digits) : nil
  }

  /// A part of the items: 3 → `items-00003.ndjson`.
  static func items(part: Int) -> String {
    let digits = String(part)
    let zeros = String(repeating: "0", count: max(0, partDigits - digits.utf8.count))
    return partPrefix + zeros + digits + partSuffix
  }

  /// As many parts as their numbers can name.
  static let mostParts = 100_000

  private static let partPrefix = "items-"
  private static let partSuffix = ".ndjson"
  private static let partDigits = 5

  private static func uncompressed(_ path: String) -> String {
    let suffix = Compression.allCases.map(\.rawValue).first { path.hasSuffix($0) } ?? ""
    return String(path.dropLast(suffix.count))
  }
}

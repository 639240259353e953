internal import Basics
internal import JSONText

/// Reads `manifest.json` strictly: every fault of the file in one go, each with its place.
struct ManifestReader {
  var fields: ManifestFields
  /// nil for an ordinary snapshot, and where what is said is no kind.
  private var kind: SnapshotKind?

  /// The manifest, or what keeps it from being one.
  static func read(
    _ source: SourceText
  ) -> (manifest: SnapshotManifest?, diagnostics: [Diagnostic]) {
    do throws(JSONFault) {
      let root = try JSONValue(parsing: source.bytes)
      var reader = ManifestReader(source)
      let manifest = reader.manifest(root)
      let faults = reader.fields.diagnostics.sortedByPlace()
      return (faults.isEmpty ? manifest : nil, faults)
    } catch {
      let fault = Diagnostic(
        CommunityDataCodes.malformedManifest, "the manifest is not JSON",
        at: source.excerpt(of: error.offset..<error.offset), fix: error.reason)
      return (nil, [fault])
    }
  }

  private init(_ source: SourceText) {
    fields = ManifestFields(source: source)
  }

  private static let names = [
    "format", "version", "community", "platform", "origin", "collected", "window", "complete",
    "gaps", "exporter", "scope", "licences", "measurable", "counts", "files",
  ]

  private mutating func manifest(_ root: JSONValue) -> SnapshotManifest? {
    kind = fields.choice(root, "kind")
    let needed = ManifestReader.names + (kind == nil ? [] : ["measured"])
    guard fields.check(root, has: needed, mayHave: ["kind", "key"]) else { return nil }
    checkFormat(root)
    let community = fields.text(root, "community")
    let platform = fields.text(root, "platform")
    let origin = origin(root)
    let collected = fields.moment(root, "collected")
    let window = window(root, of: collected)
    let rest = rest(root)
    guard let community, let platform, let origin, let collected, let window else { return nil }
    var manifest = SnapshotManifest(
      community: community, platform: platform, origin: origin, collected: collected,
      window: window)
    return rest(&manifest) ? manifest : nil
  }

  private mutating func checkFormat(_ root: JSONValue) {
    if let format = fields.text(root, "format"), format != SnapshotManifest.format {
      fields.report(
        CommunityDataCodes.badValue, "unknown format `\(format)`", at: root["format"],
        fix: "must be `\(SnapshotManifest.format)`")
    }
    if let version = fields.count(root, "version"), version != SnapshotManifest.version {
      fields.report(
        CommunityDataCodes.badValue, "unknown version \(version)", at: root["version"],
        fix: "this Meadow reads version \(SnapshotManifest.version)")
    }
  }

  private mutating func origin(_ root: JSONValue) -> String? {
    guard let origin = fields.text(root, "origin") else { return nil }
    if Array(origin.utf8).withUnsafeBufferPointer(isAbsoluteURL) { return origin }
    fields.report(
      CommunityDataCodes.badValue, "`\(origin)` is no address", at: root["origin"],
      fix: "must begin with https:// or the like")
    return nil
  }

  private mutating func window(
    _ root: JSONValue, of collected: Timestamp?
  ) -> SnapshotManifest.Window? {
    guard let value = fields.object(root, "window", ["from", "to"]) else { return nil }
    let from = fields.moment(value, "from")
    let to = fields.moment(value, "to")
    guard let from, let to else { return nil }
    if to < from {
      fields.report(
        CommunityDataCodes.badValue, "the window ends before it begins", at: value["to"],
        fix: "must not be before \(from)")
      return nil
    }
    if let collected, to > SnapshotManifest.latest(collectedAt: collected) {
      fields.report(
        CommunityDataCodes.badValue, "the window ends after the snapshot was collected",
        at: value["to"], fix: "must not be after \(collected)")
      return nil
    }
    return SnapshotManifest.Window(from: from, to: to)
  }

  /// Reads the other fields; the result puts them into a manifest and is false when one is missing.
  private mutating func rest(_ root: JSONValue) -> (inout SnapshotManifest) -> Bool {
    let complete = fields.flag(root, "complete")
    let gaps = fields.texts(root, "gaps")
    let exporter = exporter(root)
    let key = fields.text(root, "key")
    let scope: SnapshotManifest.Scope? = fields.choice(root, "scope")
    let licences = licences(root)
    let measurable = measurable(root)
    let counts = counts(root)
    let files = files(root)
    if kind == nil, let counts, let files { check(counts, against: files, root) }
    let measured = kind == nil ? nil : measured(root)
    return { manifest in
      guard let complete, let gaps, let exporter, let scope, let licences, let measurable,
        let counts, let files
      else { return false }
      manifest.complete = complete
      manifest.gaps = gaps
      manifest.exporter = exporter
      manifest.key = key
      manifest.scope = scope
      manifest.licences = licences
      manifest.measurable = measurable
      manifest.counts = counts
      manifest.files = files
      manifest.measured = measured
      return true
    }
  }

  private mutating func exporter(_ root: JSONValue) -> SnapshotManifest.Exporter? {
    guard let value = fields.object(root, "exporter", ["name", "version"]) else { return nil }
    let name = fields.text(value, "name")
    let version = fields.text(value, "version")
    guard let name, let version else { return nil }
    return SnapshotManifest.Exporter(name: name, version: version)
  }

  private mutating func licences(_ root: JSONValue) -> [SnapshotManifest.Licence]? {
    guard let values = fields.list(root, "licences") else { return nil }
    return values.compactMap { value in
      let optional = ["until", "attribution"]
      guard fields.check(value, has: ["id"], mayHave: optional) else { return nil }
      let until = value["until"] == nil ? nil : fields.moment(value, "until")
      let attribution = value["attribution"] == nil ? nil : fields.text(value, "attribution")
      guard let id = fields.text(value, "id") else { return nil }
      return SnapshotManifest.Licence(id: id, until: until, attribution: attribution)
    }
  }

  private mutating func measurable(_ root: JSONValue) -> SnapshotManifest.Measurable? {
    var measurable = SnapshotManifest.Measurable()
    let names = measurable.flags.map(\.name)
    guard let value = fields.object(root, "measurable", names) else { return nil }
    func flag(_ name: String) -> Bool { fields.flag(value, name) ?? false }
    measurable.replies = flag("replies")
    measurable.reactions = flag("reactions")
    measurable.threads = flag("threads")
    measurable.urls = flag("urls")
    measurable.edits = flag("edits")
    measurable.roles = flag("roles")
    return measurable
  }

  private mutating func files(_ root: JSONValue) -> [SnapshotManifest.File]? {
    guard let values = fields.list(root, "files") else { return nil }
    let files = values.compactMap { file($0) }
    let names = values.map { $0["path"]?.string.flatMap(SnapshotFileName.init(path:)) }
    let isMeasured = kind != nil
    let others = isMeasured ? SnapshotFileName.measured : []
    for needed in [.items, .members] + others where !names.contains(needed) {
      fields.report(
        CommunityDataCodes.missingField, "`files` does not list `\(needed.rawValue)`",
        at: root["files"], fix: isMeasured ? "measure again" : "import again")
    }
    fields.checkNames(ofFiles: values, isMeasured: isMeasured)
    return files
  }

  mutating func file(_ value: JSONValue, isNamed: Bool = true) -> SnapshotManifest.File? {
    guard fields.check(value, has: ["path", "sha256", "rows"]) else { return nil }
    let path = isNamed ? fields.fileName(value, "path") : fields.text(value, "path")
    let rows = fields.count(value, "rows")
    guard let sha256 = fields.text(value, "sha256"), let path, let rows else { return nil }
    let isHexadecimal = sha256.utf8.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
    }
    if sha256.utf8.count != 64 || !isHexadecimal {
      fields.report(
        CommunityDataCodes.badValue, "`\(sha256)` is no SHA-256 checksum", at: value["sha256"],
        fix: "must be 64 digits 0–9 and a–f")
      return nil
    }
    return SnapshotManifest.File(path: path, sha256: sha256, rows: rows)
  }
}

/// Whether a text begins with a scheme and holds neither white space nor controls:
/// `https://example.org/1` does.
///
/// Of bytes and of no collection, since it is asked of every item, by other modules too.
package func isAbsoluteURL(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  var colon: Int?
  for index in bytes.indices {
    let byte = bytes[index]
    guard byte > 0x20, byte != 0x7F else { return false }
    if colon != nil { continue }
    if byte == UInt8(ascii: ":") {
      colon = index
    } else if !isSchemeByte(byte, at: index) {
      return false
    }
  }
  return colon.map { $0 > 0 && $0 + 1 < bytes.count } ?? false
}

private func isSchemeByte(_ byte: UInt8, at index: Int) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
    UInt8(ascii: "."):
    index > 0
  default: false
  }
}

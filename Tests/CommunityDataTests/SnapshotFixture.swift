import Basics
import CommunityData
import Crypto
import TestSupport

/// Hand-made snapshots in memory, with a manifest whose checksums and counts are right.
struct SnapshotFixture {
  var day = "2020-01-10"
  var manifest = SnapshotFixture.manifest
  var files: [String: [UInt8]] = [
    "members.ndjson": Array(
      """
      {"id":"m-a","kind":"person","role":"member"}
      {"id":"m-b","kind":"bot","role":"moderator"}

      """.utf8),
    "channels.ndjson": Array(#"{"id":"c1","name":"general"}"#.utf8),
  ]

  /// Rows of files whose lines cannot be counted here, as they are compressed.
  var rows: [String: Int] = [:]

  init(items: String = "", day: String = "2020-01-10") {
    self.init(itemBytes: Array(items.utf8), day: day)
  }

  init(itemBytes: [UInt8], day: String = "2020-01-10") {
    self.day = day
    files["items.ndjson"] = itemBytes
    manifest.collected = Timestamp("\(day)T00:00:00Z") ?? manifest.collected
    manifest.window.to = manifest.collected
  }

  static let epoch = Timestamp(secondsSinceEpoch: 0)

  static var manifest: SnapshotManifest {
    SnapshotManifest(
      community: "cafe", platform: "forum", origin: "https://cafe.example/",
      collected: epoch, window: .init(from: epoch, to: epoch))
  }

  /// `{"id":"a","type":"post","attributedTo":"m-a","published":"2020-01-0NT00:00:00Z"}` and more.
  static func line(_ id: String, day: Int = 1, _ more: String = "") -> String {
    let rest = more.isEmpty ? "" : "," + more
    return #"{"id":"\#(id)","type":"post","attributedTo":"m-a","#
      + #""published":"2020-01-0\#(day)T00:00:00Z"\#(rest)}"#
  }

  static func lines(_ lines: String...) -> String { lines.map { $0 + "\n" }.joined() }

  var folder: String { "Content/snapshots/cafe/\(day)" }

  /// Writes the files and the manifest, in which the checksums of the files are right.
  func write(to fileSystem: any FileSystem) throws {
    var manifest = manifest
    manifest.files = files.sorted { $0.key < $1.key }.map { name, bytes in
      let rows = bytes.split(separator: 0x0A).filter { line in
        line.contains { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }
      }.count
      return .init(path: name, sha256: sha256(bytes), rows: self.rows[name] ?? rows)
    }
    // A measured snapshot counts what stayed elsewhere.
    if manifest.measured == nil {
      let items = manifest.files.filter { $0.path.hasPrefix("items") }
      manifest.counts.items = items.reduce(0) { $0 + $1.rows }
      manifest.counts.read = manifest.counts.items
    }
    try fileSystem.write(manifest.encoded, to: SitePath("\(folder)/manifest.json"))
    for (name, bytes) in files { try fileSystem.write(bytes, to: SitePath("\(folder)/\(name)")) }
  }

  func read() throws -> CommunityReading {
    let files = MemoryFileSystem()
    try write(to: files)
    return readCafe(files)
  }
}

func readCafe(_ files: any FileSystem, upTo day: String? = nil) -> CommunityReading {
  guard let folder = try? SitePath("Content/snapshots") else {
    return CommunityReading(community: nil, diagnostics: [])
  }
  return readCommunity(
    slug: "cafe", snapshotsUpTo: day.flatMap { CalendarDay($0) }, in: files, at: folder)
}

func sha256(_ bytes: [UInt8]) -> String {
  SHA256.hash(data: bytes).map { byte in
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }.joined()
}

extension Community {
  var ids: [String] { items.ids.map { text.string($0) } }

  func row(_ id: String) -> Int { ids.firstIndex(of: id) ?? -1 }

  /// The item of a row as it can be told from the columns alone.
  func item(_ row: Int) -> Item {
    func optional(_ seconds: Int64) -> Timestamp? {
      seconds == .max ? nil : Timestamp(secondsSinceEpoch: seconds)
    }
    func id(_ row: Int32) -> String? { row < 0 ? nil : ids(of: Int(row)) }
    var item = Item(
      id: ids(of: row), type: items.types[row],
      attributedTo: items.authors[row] < 0 ? nil : members[Int(items.authors[row])].id,
      published: Timestamp(secondsSinceEpoch: items.published[row]))
    item.updated = optional(items.updated[row])
    item.deleted = optional(items.deleted[row])
    item.closed = optional(items.closed[row])
    item.name = string(items.titles[row])
    item.content = string(items.contents[row])
    item.mediaType = items.mediaTypes[row]
    item.language =
      items.languages[row] < 0 ? nil : items.languageTags[Int(items.languages[row])]
    item.state = items.states[row] < 0 ? nil : items.stateNames[Int(items.states[row])]
    item.inReplyTo = id(items.parents[row])
    item.accepted = id(items.accepted[row])
    item.channel = items.channels[row] < 0 ? nil : channels[Int(items.channels[row])].id
    item.url = string(items.urls[row])
    item.licence = string(items.licences[row])
    item.score = items.scores[row] == .min ? nil : Int(items.scores[row])
    item.tag = items.tagNames[Int(items.tagStarts[row])..<Int(items.tagStarts[row + 1])]
      .map { items.tags[Int($0)] }
    item.mentions = items.mentions[
      Int(items.mentionStarts[row])..<Int(items.mentionStarts[row + 1])
    ].map { members[Int($0)].id }
    item.codes = (Int(items.codeStarts[row])..<Int(items.codeStarts[row + 1])).map {
      CodeMark(code: items.codeNames[Int(items.codes[$0])], by: items.coders[$0])
    }
    if items.reactions[row] != .min {
      item.reactions = [Reaction(name: "+", count: Int(items.reactions[row]))]
    }
    if items.hasDerivedParent[row] { item.derived = ["inReplyTo"] }
    return item
  }

  private func ids(of row: Int) -> String { text.string(items.ids[row]) }
}

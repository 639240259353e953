import Basics
import CommunityData
import Foundation
import Importers
import JSONText
import TestSupport
import Testing

/// A finished import, its snapshot read back as plain JSON, by id.
struct Imported {
  var result: ImportResult
  var items: [String: JSONValue]
  var members: [String: JSONValue]
  var channels: [String: JSONValue]
  var credits: [String: JSONValue]
  var quarantine: [JSONValue]
  /// Every byte of the snapshot.
  var text: String

  /// A field of an item, as text; nil when it is absent.
  func field(_ name: String, of item: String) -> String? { items[item]?[name]?.string }

  func list(_ name: String, of item: String) -> [String] {
    (items[item]?[name]?.array ?? []).compactMap(\.string)
  }
}

/// A record as it may be kept: a letter or sign outside ASCII is an `x`, a digit a `0`.
func shape(of text: String) -> String {
  String(
    text.unicodeScalars.map { scalar in
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter: "x"
      case .decimalNumber: "0"
      default: scalar.isASCII ? Character(scalar) : "x"
      }
    })
}

let seOrigin = "https://meta.example.org"

/// The pseudonym of a user of the test community.
func se(_ handle: String) -> String {
  Pseudonyms(key: .demo, platform: "stackexchange", origin: seOrigin).memberID(of: handle)
}

func request(_ format: String, _ inputs: [String]) throws -> ImportRequest {
  let day = try #require(CalendarDay("2018-09-02"))
  return ImportRequest(
    format: format, inputs: inputs, community: "meta", origin: seOrigin,
    collected: Timestamp(day), key: .demo)
}

extension ImportRequest {
  /// As of a community that allowed it; the demonstration's key is refused for such data.
  mutating func giveConsent() {
    scope = .withConsent
    key = SiteKey(Array(repeating: 7, count: SiteKey.length)) ?? .demo
  }
}

/// Imports files written into a temporary folder: `["Posts.xml": …]`.
func importing(
  _ files: [String: [UInt8]], as format: String = "stackexchange",
  change: (inout ImportRequest) -> Void = { _ in }
) throws -> Imported {
  var imported: Imported?
  try withTemporaryFolder { root in
    for (name, bytes) in files {
      let url = URL(fileURLWithPath: root).appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url)
    }
    var request = try request(format, [root])
    change(&request)
    imported = try run(request)
  }
  return try #require(imported)
}

func importing(
  _ files: [String: String], as format: String = "stackexchange",
  change: (inout ImportRequest) -> Void = { _ in }
) throws -> Imported {
  try importing(files.mapValues { Array($0.utf8) }, as: format, change: change)
}

/// Imports a folder of `Fixtures`.
func importingFixture(
  _ name: String, as format: String, change: (inout ImportRequest) -> Void = { _ in }
) throws -> Imported {
  var request = try request(format, [fixture(name)])
  change(&request)
  return try run(request)
}

func fixture(_ name: String) -> String {
  URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures/\(name)").path
}

private func run(_ request: ImportRequest) throws -> Imported {
  let disk = MemoryFileSystem()
  let result = try importExport(request, into: disk) { _ in }
  let folder = "Content/snapshots/meta/\(result.manifest.collected.day)/"
  let texts = disk.texts
  let lines = { (name: String) -> [JSONValue] in
    try (texts[folder + name] ?? "").utf8.split(separator: UInt8(ascii: "\n")).map {
      try JSONValue(parsing: Array($0))
    }
  }
  let byID = { (name: String, key: String) in
    Dictionary(uniqueKeysWithValues: try lines(name).map { ($0[key]?.string ?? "", $0) })
  }
  return Imported(
    result: result, items: try byID("items.ndjson", "id"),
    members: try byID("members.ndjson", "id"), channels: try byID("channels.ndjson", "id"),
    credits: try byID("attribution.ndjson", "member"), quarantine: try lines("quarantine.ndjson"),
    text: texts.sorted { $0.key < $1.key }.map(\.value).joined())
}

/// The error of an import that must fail.
func refusal(_ body: () throws -> Imported) -> Diagnostic? {
  do {
    _ = try body()
    return nil
  } catch {
    return (error as? ImportError)?.diagnostic
  }
}

extension SnapshotManifest.Measurable {
  /// `replies threads`: what an export tells.
  var words: String {
    let flags = [
      ("replies", replies), ("threads", threads), ("urls", urls), ("edits", edits),
      ("reactions", reactions), ("roles", roles),
    ]
    return flags.filter(\.1).map(\.0).joined(separator: " ")
  }
}

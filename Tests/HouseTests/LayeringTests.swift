import Foundation
import Testing

/// What each room may import of ours: the only place that says so besides `Sources/README.md`.
///
/// SwiftPM's own check lets undeclared and transitive imports pass, so the lines themselves are read.
private let mayImport: [String: Set<String>] = [
  "Basics": [],
  "JSONText": ["Basics", "CSimdjson"],
  "CommunityData": ["Basics", "JSONText", "CArchive"],
  "Importers": [
    "Basics", "CommunityData", "JSONText", "CXML2", "CArchive", "CGMime", "CFileSystem",
  ],
  "Measures": ["Basics", "CommunityData", "JSONText"],
  "MeasuresSQL": [],
  "LinkDirectory": ["Basics", "JSONText"],
  "Starter": ["Basics", "CommunityData", "LinkDirectory"],
  "MarkdownHTML": ["Basics", "CArena", "CMark"],
  "Templating": ["Basics"],
  "ChartSVG": ["Basics"],
  "OpenWeb": ["Basics", "JSONText"],
  "OpenData": ["Basics", "JSONText", "CSQLite"],
  "SiteBuild": [
    "Basics", "CommunityData", "Measures", "MeasuresSQL", "LinkDirectory", "MarkdownHTML",
    "Templating", "ChartSVG", "OpenWeb", "OpenData", "DefaultTheme", "JSONText", "CFileSystem",
    "CHeap",
  ],
  "Preview": ["Basics", "JSONText"],
  "MeadowCommand": [
    "Basics", "Preview", "CommunityData", "Importers", "Measures", "MeasuresSQL", "LinkDirectory",
    "MarkdownHTML", "SparkJob", "Templating", "ChartSVG", "OpenWeb", "SiteBuild", "JSONText",
    "Starter", "CHeap",
  ],
  "meadow": ["MeadowCommand", "CHeap"],
]

/// Modules of others, and the rooms that may use them.
private let foreign: [String: Set<String>] = [
  "Crypto": ["CommunityData", "Importers", "LinkDirectory", "SiteBuild"],
  "Yams": ["MarkdownHTML"],
  "ArgumentParser": ["MeadowCommand"], "FlyingFox": ["Preview"], "FlyingSocks": ["Preview"],
  "Foundation": ["Preview"],
  "Glibc": [], "Darwin": [], "Musl": [], "Dispatch": [], "Synchronization": [],
]

@Suite struct LayeringTests {
  @Test func everyRoomImportsOnlyWhatLiesBelowIt() throws {
    let rooms = try folders(in: sources)
    let swiftRooms = try rooms.filter {
      try !swiftFiles(in: sources.appendingPathComponent($0)).isEmpty
    }
    #expect(Set(swiftRooms) == Set(mayImport.keys), "Package, this list and the rooms agree")
    for room in swiftRooms {
      for file in try swiftFiles(in: sources.appendingPathComponent(room)) {
        for module in try imports(of: file) where !isAllowed(module, in: room) {
          Issue.record("\(room) may not import \(module): \(file.lastPathComponent)")
        }
      }
    }
  }

  @Test func exactlyOneFileKnowsCMark() throws {
    let users = try swiftFiles(in: sources).filter { try imports(of: $0).contains("CMark") }
    #expect(users.map(\.lastPathComponent) == ["CMarkDocument.swift"])
  }

  @Test func nothingReadsTheClockOrTheEnvironmentAwayFromTheEdges() throws {
    let words = [
      "Date()", "Date.now", "Locale.current", "TimeZone.current", "getenv(", "time(nil)",
    ]
    let edges = ["MeadowCommand"]
    for room in mayImport.keys.sorted() where !edges.contains(room) {
      for file in try swiftFiles(in: sources.appendingPathComponent(room)) {
        let text = try String(contentsOf: file, encoding: .utf8)
        for word in words where text.contains(word) {
          Issue.record("\(file.lastPathComponent) of \(room) asks for `\(word)`")
        }
      }
    }
  }

  @Test func nothingForcesOrTraps() throws {
    let words = ["try!", "as!", "fatalError(", "@testable", "TODO", "FIXME"]
    for room in mayImport.keys.sorted() {
      for file in try swiftFiles(in: sources.appendingPathComponent(room)) {
        let text = try String(contentsOf: file, encoding: .utf8)
        for word in words where text.contains(word) {
          Issue.record("\(file.lastPathComponent) of \(room) has `\(word)`")
        }
      }
    }
  }
}

private let root = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
private let sources = root.appendingPathComponent("Sources")

private func isAllowed(_ module: String, in room: String) -> Bool {
  if let users = foreign[module] { return users.isEmpty || users.contains(room) }
  return mayImport[room]?.contains(module) ?? false
}

private func folders(in folder: URL) throws -> [String] {
  try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    .filter(\.hasDirectoryPath).map(\.lastPathComponent).sorted()
}

private func swiftFiles(in folder: URL) throws -> [URL] {
  let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
  return (found?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
    .sorted { $0.path < $1.path }
}

/// The modules of a file's `import` lines: `internal import struct A.B` → `A`.
private func imports(of file: URL) throws -> [String] {
  let access = ["internal", "package", "public", "private", "fileprivate", "@preconcurrency"]
  return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
    var words = line.split(separator: " ")
    while let first = words.first, access.contains(String(first)) { words.removeFirst() }
    guard words.first == "import", words.count >= 2 else { return nil }
    return words.last.map { String($0.prefix { $0 != "." }) }
  }
}

import Foundation
import TestSupport
import Testing

/// What the program said to one command line, as somebody at a pipe gets it.
struct VerbRun {
  let status: Int32
  let output: String
  let errors: String

  /// Runs the program that was built beside these tests.
  init(_ arguments: [String], in folder: String) throws {
    try self.init(VerbRun.program, arguments, in: folder)
  }

  /// Runs lines of a shell, in which `"$0"` is the program.
  init(script: String, in folder: String) throws {
    try self.init(
      URL(fileURLWithPath: "/bin/sh"), ["-c", script, try VerbRun.program.path], in: folder)
  }

  private init(_ program: URL, _ arguments: [String], in folder: String) throws {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardInput = FileHandle.nullDevice
    // Files and not pipes: neither can be full.
    let kept = FileManager.default.temporaryDirectory
      .appendingPathComponent("meadow-said-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: kept, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: kept) }
    let (said, wrong) = (kept.appendingPathComponent("1"), kept.appendingPathComponent("2"))
    for file in [said, wrong] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: said)
    process.standardError = try FileHandle(forWritingTo: wrong)
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = String(decoding: try Data(contentsOf: said), as: UTF8.self)
    errors = String(decoding: try Data(contentsOf: wrong), as: UTF8.self)
  }

  private static var program: URL {
    get throws {
      let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      let built = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent(".build/debug")
      let found = [beside, built].map { $0.appendingPathComponent("meadow") }
        .first { FileManager.default.isExecutableFile(atPath: $0.path) }
      return try #require(found, "the program was not built with its tests")
    }
  }
}

/// A site on the real disk, for what a verb does from its command line to its exit status.
struct VerbSite {
  let root: String

  /// `files` by their paths below the site, beside settings.
  static func with(
    _ files: [String: String] = [:], isSite: Bool = true, _ body: (VerbSite) throws -> Void
  ) throws {
    try withTemporaryFolder { root in
      let site = VerbSite(root: root)
      if isSite {
        try site.write("title: Insights\norganisation: Acme\n", to: "Content/site.yaml")
      }
      for (path, text) in files { try site.write(text, to: path) }
      try body(site)
    }
  }

  func write(_ text: String, to path: String) throws {
    let file = URL(fileURLWithPath: root + "/" + path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: root + "/" + path)), as: UTF8.self)
  }

  func has(_ path: String) -> Bool { FileManager.default.fileExists(atPath: root + "/" + path) }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: root + "/" + path)
  }

  func run(_ arguments: String...) throws -> VerbRun { try VerbRun(arguments, in: root) }
}

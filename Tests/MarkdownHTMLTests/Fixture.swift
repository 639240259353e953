import Basics

/// The files beside the tests.
enum Fixture {
  private static let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")

  /// All files of a folder below `Fixtures`, by name.
  static func sources(in name: String) throws -> [SourceText] {
    let disk = DiskFileSystem(root: "/\(folder)/Fixtures/\(name)")
    return try disk.entries(in: .root).map { entry in
      SourceText(file: entry.path.text, bytes: try disk.read(entry.path))
    }
  }
}

import Basics
import TestSupport
import Testing

@Suite struct DiskPiecesTests {
  /// The disk and the memory behave alike, so that tests in memory tell the truth.
  private func withBoth(_ body: (any FileSystem) throws -> Void) throws {
    try withTemporaryFolder { root in try body(DiskFileSystem(root: root)) }
    try body(MemoryFileSystem())
  }

  @Test func readsPieces() throws {
    try withBoth { files in
      let path = try SitePath("a/b.txt")
      try files.append(Array("hello ".utf8), to: path)
      try files.append(Array("world".utf8), to: path)
      try files.synchronize(path)
      #expect(try files.read(path) == Array("hello world".utf8))
      #expect(try files.read(path, from: 6, count: 3) == Array("wor".utf8))
      #expect(try files.read(path, from: 6, count: 1 << 40) == Array("world".utf8))
      #expect(try files.read(path, from: 99, count: 5) == [])
    }
  }

  @Test func movesFolders() throws {
    try withBoth { files in
      try files.write([1], to: SitePath("x/.stage/one"))
      try files.write([2], to: SitePath("x/.stage/in/two"))
      try files.move(SitePath("x/.stage"), to: SitePath("x/whole"))
      #expect(try files.walk(.root).map(\.path.text) == ["x/whole/in/two", "x/whole/one"])
      try files.write([3], to: SitePath("x/.stage/three"))
      #expect(throws: FileError("move", "x/.stage", reason: "Directory not empty")) {
        try files.move(SitePath("x/.stage"), to: SitePath("x/whole"))
      }
    }
  }
}

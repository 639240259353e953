import Basics
import Foundation
import TestSupport
import Testing

@Suite struct DiskFileSystemTests {
  @Test func writesReadsListsAndRemoves() throws {
    try withTemporaryFolder { root in
      let disk = DiskFileSystem(root: root)
      let path = try SitePath("a/b/c.txt")
      try disk.write(Array("hello".utf8), to: path)
      try disk.write(Array("again".utf8), to: path)
      #expect(try disk.read(path) == Array("again".utf8))
      #expect(try disk.walk(.root).map(\.path.text) == ["a/b/c.txt"])
      #expect(try disk.entry(at: path)?.size == 5)
      try disk.remove(SitePath("a"))
      #expect(try disk.entries(in: .root).isEmpty)
      try disk.remove(SitePath("a"))
    }
  }

  @Test func saysWhyAFolderCannotBeMade() throws {
    try withTemporaryFolder { root in
      #expect(
        throws: FileError(
          "make the folder", root + "/none", reason: "No such file or directory")
      ) {
        try DiskFileSystem(root: root + "/none").write([1], to: SitePath("x"))
      }
      // A file where a folder has to go keeps everybody from making it, root included.
      try Data().write(to: URL(fileURLWithPath: root + "/a"))
      #expect(throws: FileError("make the folder", "a/b", reason: "Not a directory")) {
        try DiskFileSystem(root: root).write([1], to: SitePath("a/b/x"))
      }
      #if os(Linux)
        // Where not even root makes folders, that they are not there is not the reason.
        let error = #expect(throws: FileError.self) {
          try DiskFileSystem(root: "/sys/kernel").write([1], to: SitePath("meadow-test/x"))
        }
        #expect(error?.path == "meadow-test" && error?.reason != "No such file or directory")
      #endif
    }
  }

  @Test func followsNoSymbolicLink() throws {
    try withTemporaryFolder { root in
      let disk = DiskFileSystem(root: root)
      try disk.write([1], to: SitePath("real/secret"))
      try FileManager.default.createSymbolicLink(
        atPath: root + "/link", withDestinationPath: root + "/real")
      try FileManager.default.createSymbolicLink(
        atPath: root + "/file", withDestinationPath: root + "/real/secret")
      let reason = "a symbolic link is on the way"
      #expect(throws: FileError("read", "file", reason: reason)) {
        try disk.read(SitePath("file"))
      }
      #expect(throws: FileError.self) { try disk.read(SitePath("link/secret")) }
      #expect(throws: FileError.self) { try disk.write([2], to: SitePath("link/new")) }
      #expect(try disk.entry(at: SitePath("link"))?.kind == .symbolicLink)
    }
  }

  /// A program that was killed while it wrote leaves its file behind, and in a container the next
  /// one has the same number.
  @Test func writesBesideWhatAKilledProgramLeft() throws {
    try withTemporaryFolder { root in
      let number = ProcessInfo.processInfo.processIdentifier
      for name in [".a.txt.\(number).part"] + (1...2000).map({ ".\(number)-\($0).part" }) {
        try Data().write(to: URL(fileURLWithPath: "\(root)/\(name)"))
      }
      let disk = DiskFileSystem(root: root)
      try disk.write([1, 2], to: SitePath("a.txt"))
      #expect(try disk.read(SitePath("a.txt")) == [1, 2])
    }
  }

  @Test func writesFilesWithTheLongestNames() throws {
    try withTemporaryFolder { root in
      let disk = DiskFileSystem(root: root)
      let path = try SitePath(String(repeating: "語", count: 85))
      try disk.write([1], to: path)
      #expect(try disk.entries(in: .root).map(\.path) == [path])
    }
  }

  #if os(Linux)
    @Test func losesNoFileWhoseNameIsNotUTF8() throws {
      try withTemporaryFolder { root in
        let name = Array("\(root)/caf".utf8) + [0xE9, 0]
        #expect(mkdir(name.map { CChar(bitPattern: $0) }, 0o777) == 0)
        let reason = "the name `caf\u{FFFD}` in it is not UTF-8"
        #expect(throws: FileError("list", root, reason: reason)) {
          try DiskFileSystem(root: root).entries(in: .root)
        }
      }
    }
  #endif

  @Test func saysWhatItCouldNotDo() throws {
    try withTemporaryFolder { root in
      let disk = DiskFileSystem(root: root)
      #expect(throws: FileError("read", "no/such", reason: "No such file or directory")) {
        try disk.read(SitePath("no/such"))
      }
      try disk.write([], to: SitePath("folder/file"))
      #expect(throws: FileError("read", "folder", reason: "not a plain file")) {
        try disk.read(SitePath("folder"))
      }
      #expect(try disk.entry(at: SitePath("nothing")) == nil)
      #expect(try disk.entries(in: SitePath("nothing")).isEmpty)
    }
  }
}

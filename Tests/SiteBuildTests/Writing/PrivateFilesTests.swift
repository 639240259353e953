import Basics
import OpenWeb
import SiteBuild
import TestSupport
import Testing

@Suite("private files")
struct PrivateFilesTests {
  private let ledger = "{\"seq\": 1, \"grant\": true}\n"
  private let site: MemoryFileSystem

  init() {
    site = MemoryFileSystem([
      "Content/consent/ledger.ndjson": ledger, "Content/consent/empty": "",
      "Content/snapshots/x/2026-01-01/items.ndjson": "item of a member\n",
      "Content/static/other": ledger,
    ])
  }

  private func found(_ edition: [String: String]) throws -> [String] {
    let folders = [try SitePath("Content/consent"), try SitePath("Content/snapshots")]
    return try privateFiles(in: [BuiltSite(files: files(edition))], keeping: folders, of: site).map(
      \.text)
  }

  @Test func areFoundUnderAnyName() throws {
    let edition = ["index.html": "page", "pictures/cat.png": ledger, "a.txt": "item of a member\n"]
    #expect(
      try found(edition) == [
        """
        error[W012]: `a.txt` is a copy of the private file \
        `Content/snapshots/x/2026-01-01/items.ndjson`
          = fix: remove the copy from Content/static/
        """,
        """
        error[W012]: `pictures/cat.png` is a copy of the private file \
        `Content/consent/ledger.ndjson`
          = fix: remove the copy from Content/static/
        """,
      ])
  }

  /// What was laid down or stands already is read where it lies.
  @Test func areFoundOnDisk() throws {
    let copy = FileEntry(path: try SitePath("a.csv"), kind: .file, size: ledger.utf8.count)
    let other = FileEntry(path: try SitePath("b.csv"), kind: .file, size: ledger.utf8.count)
    let folder = MemoryFileSystem([
      "a.csv": ledger, "b.csv": String(repeating: "x", count: ledger.utf8.count),
    ])
    let edition = BuiltSite(files: [], inFolders: [FilesInFolder([copy, other], in: folder)])
    let found = try privateFiles(
      in: [edition], keeping: [SitePath("Content/consent")], of: site)
    #expect(
      found.map(\.message) == [
        "`a.csv` is a copy of the private file `Content/consent/ledger.ndjson`"
      ])
  }

  @Test("are told from other files", arguments: ["", "{\"seq\": 2, \"grant\": true}\n", "page"])
  func areToldFromOtherFiles(text: String) throws {
    #expect(try found(["x.txt": text]).isEmpty)
  }
}

import Basics
import CommunityData
import Foundation
import Importers
import JSONText
import TestSupport
import Testing

struct ArchiveTests {
  @Test func readsTheTablesOfADumpInTheOrderTheyAreNeeded() throws {
    let packed = try importingFixture("stackexchange.zip", as: "stackexchange")
    let folder = try importingFixture("stackexchange", as: "stackexchange")
    #expect(packed.text == folder.text)
  }

  @Test func readsALoneCompressedFile() throws {
    let dump = try importingFixture("Posts.xml.gz", as: "stackexchange")
    #expect(dump.result.manifest.counts.read == 7)
    #expect(dump.result.manifest.counts.items == 5)
  }

  @Test(arguments: ["bomb.tsv.bz2", "bomb.tar.gz"])
  func refusesABomb(name: String) {
    let finding = refusal { try importingFixture(name, as: "gitter") }
    #expect(finding?.code.id == "I010")
    #expect(finding?.message.hasSuffix("\(name) unpacks to more than 200 times its size") == true)
    #expect(finding?.fix == "if it is genuine, unpack it and import the folder")
  }

  /// An entry that climbs out, one with an absolute path, links of both kinds to a file that is there,
  /// a device and a plain table: the plain files are read as data where they lie, the rest is nothing.
  @Test(arguments: ["slip.tar.gz", "slip.zip"])
  func readsNoFileThatAnArchivePointsAt(name: String) throws {
    let dump = try importingFixture(name, as: "gitter")
    #expect(Set(dump.items.keys) == ["climbs", "absolute", "plain"])
    #expect(!dump.text.contains("outside"))
    #expect(dump.result.manifest.counts.read == 3)
    let stray = ["/tmp/meadow-slip.tsv", fixture("../../meadow-slip.tsv")]
    #expect(!stray.contains { FileManager.default.fileExists(atPath: $0) })
  }

  @Test func refusesAnArchiveThatIsCutOff() {
    let finding = refusal { try importingFixture("cut.tar.gz", as: "gitter") }
    #expect(finding?.code.id == "I005")
    #expect(finding?.message.contains("cut.tar.gz cannot be read: ") == true)
    #expect(finding?.fix == "download the archive again")
  }

  @Test func refusesWhatIsNoArchive() throws {
    let finding = refusal { try importing(["a.zip": "no zip at all"], as: "gitter") }
    #expect(finding != nil)
  }

  /// Of four months two are compressed by themselves, one of them empty, and one has only the ending.
  @Test(arguments: ["nested.tar.gz", "nested.zip"])
  func readsCompressedFilesOfAnArchive(name: String) throws {
    let list = try importingFixture(name, as: "mbox")
    let texts = list.items.values.compactMap { $0["content"]?.string }.sorted()
    #expect(texts == ["text 1", "text 2", "text 3", "text 4"])
    #expect(list.quarantine.isEmpty && list.channels.keys.sorted() == ["club"])
  }

  @Test func refusesABombInsideAnArchive() {
    let finding = refusal { try importingFixture("nested-bomb.tar.gz", as: "gitter") }
    #expect(finding?.code.id == "I010")
  }

  @Test func refusesACompressedFileThatIsCutOff() {
    let finding = refusal { try importingFixture("nested-cut.tar.gz", as: "mbox") }
    #expect(finding?.code.id == "I005" && finding?.fix == "download the archive again")
  }

  /// What is not read is told, since a later export may seem to have lost it.
  @Test(
    arguments: [
      (0, 0, []), (1, 0, ["1 symbolic link was not followed"]),
      (2, 1, ["2 symbolic links were not followed", "1 folder lies more than 16 folders deep"]),
    ] as [(Int, Int, [String])])
  func saysWhatOfAFolderIsNotRead(links: Int, deep: Int, gaps: [String]) throws {
    try withTemporaryFolder { root in
      let disk = FileManager.default
      let row = "id,published\n1,2018-01-01T00:00:00Z\n"
      try Data(row.utf8).write(to: URL(fileURLWithPath: root + "/t.csv"))
      for number in 0..<links {
        let target = number == 0 ? root + "/t.csv" : "nowhere"
        try disk.createSymbolicLink(
          atPath: root + "/link\(number).csv", withDestinationPath: target)
      }
      for number in 0..<deep {
        let path = root + "/\(number)" + String(repeating: "/a", count: 16)
        try disk.createDirectory(atPath: path, withIntermediateDirectories: true)
      }
      let result = try importExport(
        try request("csv", [root]), into: MemoryFileSystem()
      ) { _ in }
      #expect(result.manifest.gaps == gaps && result.manifest.complete == gaps.isEmpty)
      #expect(result.manifest.counts.items == 1)
    }
  }
}

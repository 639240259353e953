import Basics
import CommunityData
import Foundation
import Importers
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
}

import Basics
import CommunityData
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

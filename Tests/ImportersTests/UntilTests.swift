import Basics
import CommunityData
import Importers
import JSONText
import Testing

struct UntilTests {
  private func dump(until day: String) throws -> Imported {
    try importingFixture("stackexchange", as: "stackexchange") { $0.until = CalendarDay(day) }
  }

  @Test func keepsOnlyWhatExistedOnThatDay() throws {
    let dump = try dump(until: "2011-04-08")
    #expect(Set(dump.items.keys) == ["post-1", "post-2", "post-3", "comment-1", "comment-2"])
    let counts = dump.result.manifest.counts
    #expect(counts.withheld["published after 2011-04-08"] == 5)
    #expect(counts.read == 21)
    #expect(counts.addUp)
  }

  @Test func dropsWhatHappenedLater() throws {
    let dump = try dump(until: "2017-05-04")
    for field in ["closed", "state", "accepted", "score"] {
      #expect(dump.items["post-1"]?[field] == nil)
    }
    #expect(dump.items["post-2"]?["updated"] == nil)
  }

  @Test func keepsWhatHappenedOnThatDay() throws {
    let dump = try dump(until: "2017-05-05")
    #expect(dump.field("closed", of: "post-1") == "2017-05-05T05:05:05Z")
  }

  @Test func keepsTheLicenceOfTheTextThatIsThere() throws {
    let dump = try dump(until: "2012-01-01")
    #expect(dump.field("licence", of: "post-2") == "CC-BY-SA-4.0")
  }

  @Test func datesTheSnapshotByThatDayAndSaysWhatItCannotUndo() throws {
    let manifest = try dump(until: "2012-01-01").result.manifest
    #expect(manifest.collected.description == "2012-01-01T23:59:59Z")
    #expect(manifest.window.to.description == "2012-01-01T23:59:59Z")
    #expect(!manifest.complete)
    #expect(
      manifest.gaps == [
        "cut from an export of 2018-09-02T00:00:00Z: texts carry later edits",
        "scores and accepted answers as of then are not known",
      ])
  }

  @Test func refusesADayAfterTheExport() {
    let finding = refusal { try dump(until: "2018-09-03") }
    #expect(
      finding?.text
        == "error[I008]: 2018-09-03 lies after the export, which was made on 2018-09-02")
  }

  @Test func refusesADayBeforeTheFirstItem() {
    let finding = refusal { try dump(until: "2011-01-01") }
    #expect(
      finding?.text == "error[I008]: the export has nothing that was published by 2011-01-01")
  }
}

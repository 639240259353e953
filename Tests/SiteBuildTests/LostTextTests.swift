import Basics
import CommunityData
import SiteBuild
import TestSupport
import Testing

struct LostTextTests {
  /// A text that is gone between reading a snapshot and showing it leaves no site without it.
  @Test func publishesNothingWithoutATextThatCannotBeRead() throws {
    let disk = try SampleSite().onDisk()
    let reading = readSite(disk)
    let input = try #require(reading.input)
    let items = try SitePath("Content/snapshots/makers/2020-01-31/items.ndjson")
    try disk.write([], to: items)
    let asOf = Timestamp(CalendarDay(daysSinceEpoch: 19_000))
    let found = buildSite(input, BuildSettings(asOf: asOf)).diagnostics.filter {
      $0.severity == .error
    }
    // Where its address cannot be read, the source it names is missed as well.
    #expect(
      found.first?.text == """
        error[D013]: cannot read \(items): it has become shorter since it was read
          = fix: build again
        """)
  }
}

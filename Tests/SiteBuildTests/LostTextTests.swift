import Basics
import CommunityData
import SiteBuild
import TestSupport
import Testing

struct LostTextTests {
  /// There is a snapshot; whoever imports once more loses nothing, but need not.
  @Test(arguments: ["items.ndjson", "members.ndjson", "manifest.json"])
  func saysOnceThatASnapshotIsDamaged(_ file: String) throws {
    let disk = try SampleSite().onDisk()
    let folder = "Content/snapshots/makers/2020-01-31"
    try disk.write(Array("{\"a".utf8), to: SitePath("\(folder)/\(file)"))
    let asOf = Timestamp(CalendarDay(daysSinceEpoch: 19_000))
    let found = readMeasurements(disk, asOf: asOf).diagnostics
    #expect(found.contains { $0.severity == .error })
    #expect(!found.contains { $0.code.id == "S008" }, "\(found.map(\.text))")
  }

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

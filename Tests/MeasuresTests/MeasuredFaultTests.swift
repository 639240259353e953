import Basics
import CommunityData
import Measures
import TestSupport
import Testing

/// What another engine measured is a table of this site, or an error.
@Suite("Measured elsewhere") struct MeasuredFaultTests {
  private func findings(
    threshold: Int = 5, zone: Int = 0, lastDay: String = "2018-02-28",
    inputs: String? = nil, _ change: (inout MeasuredNumbers) -> Void = { _ in }
  ) throws -> [Diagnostic] {
    var builder = CommunityBuilder(until: "2018-02-28T23:59:59Z")
    builder.from = "2018-01-01"
    var community = builder.community()
    var measured = SnapshotManifest.Measured(
      engine: "spark 4.0.1", threshold: threshold, lastDay: try #require(CalendarDay(lastDay)))
    measured.zoneOffset = zone
    community.manifest.measured = measured
    var numbers = MeasuredNumbers()
    let told = inputs.map { Array($0.utf8) } ?? MeasureInputs().json()
    numbers.inputs = SourceText(file: "inputs.json", bytes: told)
    change(&numbers)
    community.numbers = numbers
    let (table, diagnostics) = measure(community, .standard, keptIn: nil)
    #expect(table.rows.isEmpty)
    return diagnostics
  }

  private func messages(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { $0.message.split(separator: "not fit: ").last.map(String.init) ?? "" }
  }

  @Test(
    "refuses rows and counts that are none of its own",
    arguments: [
      (
        MeasuredRow("mood", period: "all", segment: "all"),
        "it has rows of `mood`, which is no metric"
      ),
      (
        MeasuredRow("activity.items", period: "2018-13", segment: "all"),
        "it has numbers of `2018-13`, which is no period of its window"
      ),
      (
        MeasuredRow("activity.items", period: "2019-01", segment: "all"),
        "it has numbers of `2019-01`, which is no period of its window"
      ),
    ])
  func refusesRows(row: MeasuredRow, message: String) throws {
    #expect(messages(try findings { $0.rows.append(row) }) == [message])
  }

  @Test(
    "refuses counts of people that no metric asks for",
    arguments: [
      (
        PeopleCount("giants", "2018-01-01", 1),
        "it counts people as `giants`, which no metric asks for"
      ),
      (
        PeopleCount("new", "2019-01-01", 1),
        "it has numbers of `2019-01-01`, which is no period of its window"
      ),
      (
        PeopleCount("participants", "January", 1),
        "it has numbers of `January`, which is no period of its window"
      ),
    ])
  func refusesCounts(count: PeopleCount, message: String) throws {
    #expect(messages(try findings { $0.people.append(count) }) == [message])
  }

  @Test("refuses what was measured for another site") func refusesOtherSettings() throws {
    #expect(
      messages(try findings(threshold: 4))
        == ["it lists what 4 people share, not 5"])
    #expect(
      messages(try findings(zone: 3600))
        == ["its days begin 3600 seconds east of UTC; those of the site begin 0"])
    #expect(
      messages(try findings(lastDay: "2018-03-01"))
        == ["its last day, 2018-03-01, lies behind its window"])
  }

  @Test(
    "refuses what it was told where that cannot be read",
    arguments: [
      ("{", "what it was told of the site cannot be read: "),
      ("{}", "what it was told of the site cannot be read: `codes` is missing, or no list"),
      (
        #"{"codes":[{"id":1}]}"#,
        "what it was told of the site cannot be read: `id` is missing, or no text"
      ),
    ])
  func refusesInputs(text: String, message: String) throws {
    let found = messages(try findings(inputs: text))
    #expect(found.count == 1 && found[0].hasPrefix(message), "\(found)")
  }

  /// A table of which a row is missing hides less than it must.
  @Test("refuses a table that is not whole") func refusesMissingRows() throws {
    let found = try findings()
    #expect(
      found.map(\.text) == [
        """
        error[P010]: the measured snapshot of `garden` does not fit: it has no row of \
        `contributor_absence_factor` for `2018-01`, `all`
          = fix: measure again with the job of this Meadow: meadow measure --engine spark --out FOLDER
        """
      ])
  }
}

import Basics
import CommunityData
import Measures
import TestSupport
import Testing

@Suite("The measurement table") struct MeasurementTableTests {
  static let table: MeasurementTable = {
    var builder = CommunityBuilder(until: "2018-02-14")
    builder.post("a", by: "ana", at: "2018-01-01T10:00:00Z", channel: "=lounge;1")
    builder.post("a", by: "ben", at: "2018-01-01T11:00:00Z", .reply, channel: "=lounge;1")
    builder.tellsRoles = false
    return measure(builder.community(), .standard)
  }()

  @Test(
    "names what is unknown and what is near",
    arguments: [
      (
        "contributers", "garden", "2018", "all",
        "error[P001]: unknown metric `contributers`\n  = fix: did you mean `contributors`?"
      ),
      (
        "activity.item", "garden", "2018", "all",
        "error[P002]: metric `activity` has no part `item`\n  = fix: did you mean `items`?"
      ),
      (
        "activity", "garden", "2018", "all",
        "error[P002]: metric `activity` has parts and none is named\n"
          + "  = fix: parts: items, replies, threads"
      ),
      (
        "contributors.items", "garden", "2018", "all",
        "error[P002]: metric `contributors` has no part `items`\n  = fix: it has no parts"
      ),
      (
        "contributors", "gardn", "2018", "all",
        "error[P003]: nothing is measured for community `gardn`\n  = fix: did you mean `garden`?"
      ),
      (
        "contributors", "garden", "2018-Q3", "all",
        "error[P004]: no such period `2018-Q3`\n"
          + "  = fix: it is measured from `2018-Q1` to `2018-Q1`"
      ),
      (
        "occasional_contributors", "garden", "2018", "all",
        "error[P008]: the window of community `garden` is too short for metric "
          + "`occasional_contributors`\n  = fix: leave the figure out until there is more data"
      ),
      (
        "contributors", "garden", "2018-1", "all",
        "error[P004]: no such period `2018-1`\n  = fix: did you mean `2018-01`?"
      ),
      (
        "unanswered", "garden", "2018-01", "all",
        "error[P004]: no such period `2018-01`\n  = fix: it is measured by all"
      ),
      (
        "time_to_first_response.median", "garden", "2018", "starter=newcommer",
        "error[P005]: no such segment `starter=newcommer`\n"
          + "  = fix: did you mean `starter=newcomer`?"
      ),
    ])
  func namesWhatIsUnknown(
    metric: String, community: String, period: String, segment: String, text: String
  ) throws {
    let error = try #require(throws: MeasureError.self) {
      try Self.table.value(
        metric: metric, community: community, period: period, segment: segment)
    }
    #expect(error.diagnostic().text == text)
  }

  @Test("says for every period that a segment is not measurable") func saysNotMeasurable() throws {
    let row = try Self.table.value(
      metric: "time_to_first_response.median", community: "garden", period: "2018-01",
      segment: "responder=staff")
    #expect(row.result == .notMeasurable(.roles))
    #expect(row.note == "not measurable: roles")
  }

  @Test("says that threads are not measurable") func saysThreadsNotMeasurable() throws {
    var builder = CommunityBuilder(until: "2018-02-14")
    builder.post("a", by: "ana", at: "2018-01-01")
    builder.tellsThreads = false
    let table = measure(builder.community(), .standard)
    for metric in ["activity.threads", "unanswered", "time_to_first_response.unanswered"] {
      let row = try table.value(
        metric: metric, community: "garden", period: "2018-01", segment: "all")
      #expect(row.result == .notMeasurable(.threads))
    }
    let items = try table.value(
      metric: "activity.items", community: "garden", period: "2018-01", segment: "all")
    #expect(items.value == 1)
    #expect(openQuestions(in: builder.community()).isEmpty)
  }

  @Test("says for every segment that a metric is not measurable")
  func saysNotMeasurableForEverySegment() throws {
    let row = try Self.table.value(
      metric: "response_sources", community: "garden", period: "2018-01", segment: "responder=staff"
    )
    #expect(row.result == .notMeasurable(.roles))
    let series = try Self.table.series(
      metric: "response_sources", community: "garden", period: .month, segment: "responder=staff")
    #expect(series.map(\.result) == [.notMeasurable(.roles)])
  }

  @Test("marks the period that is still going on") func marksUnfinished() throws {
    let months = try Self.table.series(
      metric: "activity.items", community: "garden", period: .month)
    #expect(months.map(\.period.description) == ["2018-01", "2018-02"])
    #expect(months.map(\.value) == [2, 0])
    #expect(months.map(\.cutOff) == [[], .end])
    #expect(months.map(\.note) == ["", "unfinished"])
  }

  @Test("marks the periods that began before the window did, by the site's days")
  func marksBegunEarlier() throws {
    var builder = CommunityBuilder(until: "2018-03-31T23:59:59Z")
    builder.from = "2018-01-02T00:30:00Z"
    builder.post("a", by: "ana", at: "2018-01-31T10:00:00Z")
    func cutOffs(_ kind: Period.Kind, zone: Int = 0) throws -> [CutOff] {
      let settings = try MeasureSettings(zoneOffset: zone)
      return try measure(builder.community(), settings).series(
        metric: "activity.items", community: "garden", period: kind
      ).map(\.cutOff)
    }
    #expect(try cutOffs(.month) == [.start, [], []])
    #expect(try cutOffs(.quarter) == [.start])
    #expect(try cutOffs(.year) == [[.start, .end]])
    #expect(try cutOffs(.week).prefix(2) == [.start, []])
    #expect(try cutOffs(.all) == [[]])
    // The first item of a first day is seldom at midnight; nine hours to the west it is still the day
    // before, which is December's.
    builder.from = "2018-01-01T08:36:56Z"
    #expect(try cutOffs(.month) == [[], [], []])
    #expect(try cutOffs(.month, zone: -9 * 3600) == [.start, [], [], .end])
    let year = try measure(builder.community(), .standard).value(
      metric: "activity.items", community: "garden", period: "2018", segment: "all")
    #expect(year.note == "unfinished")
  }

  @Test("says both ends in the note, after why there is no number")
  func notesBothEnds() throws {
    var builder = CommunityBuilder(until: "2018-03-31T12:00:00Z")
    builder.from = "2018-01-02T00:00:00Z"
    builder.post("a", by: "ana", at: "2018-01-31T10:00:00Z")
    let row = try measure(builder.community(), .standard).value(
      metric: "contributors", community: "garden", period: "2018-Q1", segment: "all")
    #expect(row.note == "suppressed; begun earlier; unfinished")
    #expect(!row.isWhole)
  }

  @Test("marks a cohort by the months looked at and by where its period begins")
  func marksCohorts() throws {
    var builder = CommunityBuilder(until: "2018-12-31T23:59:59Z")
    builder.from = "2017-03-05T00:00:00Z"
    builder.post("a", by: "ana", at: "2017-03-06T10:00:00Z")
    let rows = try measure(builder.community(), .standard).series(
      metric: "retention", community: "garden", period: .year, segment: "months_later=01")
    // December's newcomers of 2018 have not had their month yet, those of 2017 have.
    #expect(rows.map(\.cutOff) == [.start, .end])
  }

  @Test("sorts rows by their texts") func sortsRows() {
    let keys = Self.table.rows.map {
      [$0.community, $0.metric.description, $0.period.description, $0.segment.description]
    }
    let sorted = keys.sorted { left, right in
      zip(left, right).first { $0 != $1 }.map {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
      } ?? false
    }
    #expect(keys == sorted)
    #expect(Set(keys).count == keys.count)
  }

  @Test("writes a table that spreadsheets read as text and numbers") func writesCSV() throws {
    var builder = CommunityBuilder(until: "2018-02-14")
    builder.slug = "=garden"
    builder.post("a", by: "ana", at: "2018-01-01T10:00:00Z", channel: "=lounge;1")
    let csv = String(decoding: measure(builder.community(), .standard).csv(), as: UTF8.self)
    let lines = csv.split(separator: "\n")
    #expect(
      lines[0]
        == #""community","metric","period","segment","value","unit","n","low","high","note""#)
    #expect(
      lines.contains(
        #""'=garden","activity.items","2018","channel=%3Dlounge%3B1","1","items","","","","unfinished""#
      ))
    #expect(
      lines.contains(#""'=garden","contributors","all","all","","people","","","","suppressed""#))
  }

  @Test("writes JSON with null for no number") func writesJSON() {
    let json = String(decoding: Self.table.json(), as: UTF8.self)
    #expect(json.hasPrefix("[\n{"))
    #expect(json.hasSuffix("}\n]\n"))
    let line = """
      {"community":"garden","metric":"contributors","period":"all","segment":"all","value":null,\
      "unit":"people","n":null,"low":null,"high":null,"note":"suppressed"}
      """
    #expect(json.contains("\n" + line + ",\n"))
  }

  @Test("begins days at the site's midnight") func beginsDaysAtTheSitesMidnight() throws {
    var builder = CommunityBuilder(until: "2018-01-31T23:59:59Z")
    builder.post("a", by: "ana", at: "2017-12-31T23:30:00Z")
    let east = try MeasureSettings(zoneOffset: 3600)
    let row = try measure(builder.community(), east).series(
      metric: "activity.items", community: "garden", period: .year)
    #expect(row.map(\.period.description) == ["2018"])
    #expect(row.map(\.cutOff) == [[.end]])
  }

  /// Eight times the communities take about eight times as long.
  @Test("finds the segments of communities at no more cost for many")
  func findsSegments() {
    var settings = MeasureSettings.standard
    settings.inputs.codex = Codex(codes: [])
    func table(_ communities: Int) -> MeasurementTable {
      MeasurementTable(
        merging: (0..<communities).map { number in
          var builder = CommunityBuilder(until: "2018-01-02")
          builder.slug = "garden-\(number)"
          builder.post("a", by: "ana", at: "2018-01-01", channel: "lounge-\(number)")
          return measure(builder.community(), settings)
        })
    }
    func time(_ table: MeasurementTable) -> Duration { processorTime { _ = table.segments } }
    let (some, more) = (table(20), table(160))
    #expect(more.segments["garden-7"]?.contains(Segment("channel", "lounge-7")) == true)
    #expect(more.segments["garden-7"]?.contains(Segment("channel", "lounge-8")) == false)
    let (few, many) = (time(some), time(more))
    #expect(many < few * 24, "\(few) for 20 communities, \(many) for 160")
  }

  @Test("explains every code once") func explainsEveryCode() {
    let codes = MeasuresCodes.all.map(\.id)
    #expect(Set(codes).count == codes.count)
    #expect(codes.allSatisfy { $0.hasPrefix("P") })
  }
}

import Basics
import SiteBuild
import TestSupport
import Testing

/// Texts of editions, written by hand and in canonical order.
enum EditionFixture {
  /// An edition of one community that was known up to that very day.
  static func text(
    _ day: String, rows: [String] = [], addresses: [String] = [], of community: String = "makers"
  ) -> String {
    let head =
      #"{"format":"meadow-edition","version":1,"date":"\#(day)","#
      + #""communities":[{"slug":"\#(community)","until":"\#(day)"}]}"#
    let ends = addresses.sorted().map { #"{"address":"\#($0)"}"# }
    return ([head] + rows.sorted() + ends).map { $0 + "\n" }.joined()
  }

  /// `rest` is all that stands behind the segment: `"value":470,"unit":"items"`.
  static func row(
    _ metric: String, _ period: String, _ rest: String, of community: String = "makers"
  ) -> String {
    #"{"community":"\#(community)","metric":"\#(metric)","period":"\#(period)","#
      + #""segment":"all",\#(rest)}"#
  }

  /// Two periods before the one that counts, so that it is not the first of its series.
  static func rows(_ metric: String, _ period: String, _ rest: String) -> [String] {
    [row(metric, "2000", #""unit":"items","note":"suppressed""#), row(metric, period, rest)]
  }

  static func read(_ texts: [String: String]) -> EditionReading {
    let files = texts.map { ("Content/editions/\($0.key).ndjson", $0.value) }
    return readEditions(MemoryFileSystem(Dictionary(uniqueKeysWithValues: files)))
  }

  /// Both editions as a comparison of 31 August 2017 and 2018.
  static func comparison(_ older: String, _ newer: String) throws -> EditionComparison {
    let reading = read(["2017-08-31": older, "2018-08-31": newer])
    #expect(reading.diagnostics.map(\.text) == [])
    let editions = reading.editions
    return EditionComparison(
      try #require(editions.first), try #require(editions.last), english)
  }

  /// `label: words` of each change between two lists of rows.
  static func changes(_ older: [String], _ newer: [String]) throws -> [String] {
    try comparison(text("2017-08-31", rows: older), text("2018-08-31", rows: newer))
      .changes.map { "\($0.label(english)): \($0.words)" }
  }
}

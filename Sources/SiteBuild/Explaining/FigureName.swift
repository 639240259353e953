internal import Basics
internal import JSONText
internal import Measures

/// The name of a number: `METRIC@COMMUNITY`, with `/PERIOD` and `/SEGMENT` behind it, or a figure on a
/// page of the built site: `insights/first-reply#fig-1`.
///
/// `time_to_first_response.median@history-meta/2018-Q2/starter=newcomer`
struct FigureName: Equatable {
  var metric: String
  var community: String
  var period = "all"
  var segment = "all"

  /// nil when the text has no `@`.
  init?(_ text: String) {
    let halves = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2 else { return nil }
    let rest = halves[1].split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    metric = String(halves[0])
    community = String(rest[0])
    if rest.count > 1 { period = String(rest[1]) }
    if rest.count > 2 { segment = String(rest[2]) }
  }

  /// The newest number of a figure, from the data file that stands beside its page.
  init?(dataFile bytes: [UInt8]) {
    guard let rows = try? JSONValue(parsing: bytes).array, let last = rows.last,
      let metric = last["metric"]?.string, let community = last["community"]?.string,
      let period = last["period"]?.string, let segment = last["segment"]?.string
    else { return nil }
    self.metric = metric
    self.community = community
    self.period = period
    self.segment = segment
  }

  /// `insights/first-reply#fig-1` → `Output/insights/first-reply/fig-1.json`
  static func dataFile(of text: String) -> SitePath? {
    guard let (page, figure) = onPage(text) else { return nil }
    return try? SitePath(
      ([SiteFolders.output] + page.folder.parts.map(String.init) + ["\(figure).json"])
        .joined(separator: "/"))
  }

  /// `insights/first-reply#fig-1` → `insights/first-reply/index.html`, `fig-1`
  static func onPage(_ text: String) -> (page: SitePath, figure: String)? {
    let halves = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2 else { return nil }
    var page = halves[0].split(separator: "/").map(String.init)
    if page.first == SiteFolders.output { page.removeFirst() }
    if page.last?.hasSuffix(".html") != true { page.append("index.html") }
    return (try? SitePath(page.joined(separator: "/"))).map { ($0, String(halves[1])) }
  }
}

internal import Basics
internal import Measures
internal import Templating

/// A table of measurements that readers can download, in two formats.
struct PublishedTable: Sendable {
  var title: String
  var community: PublishedCommunity
  /// The file's name without its ending.
  var name: String
  var table: MeasurementTable

  var csv: OutputFile {
    OutputFile(
      path: SiteRoutes.dataFile(community.slug, name, "csv"),
      bytes: table.csv())
  }

  var json: OutputFile {
    OutputFile(
      path: SiteRoutes.dataFile(community.slug, name, "json"),
      bytes: table.json())
  }
}

/// One table a metric and community, and one with all of a community's.
func publishedTables(_ plan: SitePlan) -> [PublishedTable] {
  plan.communities.flatMap { community in
    let own = plan.table.selection { $0.community == community.slug }
    let whole = PublishedTable(
      title: "All measurements", community: community, name: "measurements", table: own)
    return [whole]
      + Metrics.all.map { metric in
        PublishedTable(
          title: metric.title, community: community, name: metric.id.rawValue,
          table: own.selection { $0.metric.id == metric.id })
      }.filter { !$0.table.rows.isEmpty }
  }
}

func dataFiles(_ plan: SitePlan) -> [OutputFile] {
  publishedTables(plan).flatMap { [$0.csv, $0.json] }
}

extension PageRenderer {
  func data() -> RenderedPage {
    let address = SiteRoutes.data
    let page = DataPage(
      site: site, page: frame(address, title: "Data", above: [.home]),
      files: publishedTables(plan).map { row($0, on: address) }, columns: DataColumn.all,
      package: SafeURL(from: address, to: SiteRoutes.dataPackage))
    return finish(page, at: address)
  }

  private func row(_ table: PublishedTable, on page: SitePath) -> DataFileRow {
    let csv = table.csv
    let json = table.json
    return DataFileRow(
      title: table.title, about: table.community.name, rows: table.table.rows.count,
      csv: SafeURL(from: page, to: csv.path), csvSize: sizeText(csv.bytes.count),
      json: SafeURL(from: page, to: json.path), jsonSize: sizeText(json.bytes.count),
      licence: plan.dataLicenceLink)
  }
}

/// `12 kB`: thousands of bytes, at least 1.
private func sizeText(_ bytes: Int) -> String {
  bytes < 1_000_000
    ? "\(max(1, (bytes + 500) / 1000))\(noBreakSpace)kB"
    : "\(decimalText(Double(bytes) / 1e6, places: 1))\(noBreakSpace)MB"
}

extension DataColumn {
  static let all = [
    DataColumn(name: "community", meaning: "The community's name in addresses."),
    DataColumn(name: "metric", meaning: "The metric, with a dot for its part; see Method."),
    DataColumn(
      name: "period", meaning: "A week (2016-W05), month (2016-01), quarter (2016-Q1), year or all."
    ),
    DataColumn(name: "segment", meaning: "all, or the part of the community: key=value."),
    DataColumn(name: "value", meaning: "The number; empty where note says why."),
    DataColumn(name: "unit", meaning: "items, people, threads, seconds, share, ratio or score."),
    DataColumn(name: "n", meaning: "How many items, threads or people the number rests on."),
    DataColumn(name: "low", meaning: "The lower end of the 95% interval."),
    DataColumn(name: "high", meaning: "The upper end of the 95% interval."),
    DataColumn(
      name: "note", meaning: "suppressed, not measurable: FIELD, nothing to measure, unfinished."),
  ]
}

internal import Basics
internal import CommunityData
internal import Measures
internal import OpenData
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
      title: plan.wording(.allMeasurements), community: community, name: "measurements", table: own)
    return [whole]
      + Metrics.all.map { metric in
        PublishedTable(
          title: plan.title(of: metric.id), community: community, name: metric.id.rawValue,
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
      site: site, page: frame(address, title: wording(.data), above: [.home]),
      files: publishedTables(plan).map { row($0, on: address) }, records: accounts(),
      columns: DataColumn.all(wording),
      package: SafeURL(from: address, to: SiteRoutes.dataPackage),
      database: SafeURL(from: address, to: SiteRoutes.database),
      tables: OpenTables(plan: plan).all.map { table in
        let columns = table.columns.map(\.name).joined(separator: ", ")
        return DataColumn(name: table.name, meaning: columns)
      },
      licence: plan.dataLicenceLink)
    return finish(page, at: address)
  }

  /// Of each community the newest snapshot first.
  private func accounts() -> [RecordAccount] {
    plan.communities.flatMap { community in
      community.data.snapshots.reversed().map { snapshot in
        RecordAccount(
          about: community.name, day: wording.formats.longDate(snapshot.collected.day),
          counts: snapshot.counts)
      }
    }
  }

  private func row(_ table: PublishedTable, on page: SitePath) -> DataFileRow {
    let csv = table.csv
    let json = table.json
    return DataFileRow(
      title: table.title, about: table.community.name, rows: table.table.rows.count,
      csv: SafeURL(from: page, to: csv.path),
      csvSize: wording.numbers.size(ofBytes: csv.bytes.count),
      json: SafeURL(from: page, to: json.path),
      jsonSize: wording.numbers.size(ofBytes: json.bytes.count),
      licence: plan.dataLicenceLink)
  }
}

extension DataColumn {
  static func all(_ wording: Wording) -> [DataColumn] {
    let columns: [(String, SiteWord)] = [
      ("community", .columnCommunity), ("metric", .columnMetric), ("period", .columnPeriod),
      ("segment", .columnSegment), ("value", .columnValue), ("unit", .columnUnit),
      ("n", .columnN), ("low", .columnLow), ("high", .columnHigh), ("note", .columnNote),
    ]
    return columns.map { DataColumn(name: $0.0, meaning: wording($0.1)) }
  }
}

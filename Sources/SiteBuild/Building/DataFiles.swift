internal import Basics
internal import CommunityData
internal import Measures
internal import OpenData
internal import Templating

/// A table of measurements that readers can download, in two formats, as it is published: without the names
/// of those who may not be named.
struct PublishedTable: Sendable {
  var title: String
  var community: PublishedCommunity
  /// The file's name without its ending.
  var name: String
  var rows: Int
  var csv: OutputFile
  var json: OutputFile

  /// nil where a name stands in the files' addresses.
  fileprivate init?(
    _ table: MeasurementTable, of community: PublishedCommunity, _ name: String, _ title: String,
    _ mask: NameMask
  ) {
    func file(_ ending: String, _ bytes: [UInt8]) -> [OutputFile] {
      [OutputFile(path: SiteRoutes.dataFile(community.slug, name, ending), bytes: bytes)]
    }
    guard let csv = masked(file("csv", table.csv()), mask, keeping: .all).first,
      let json = masked(file("json", table.json()), mask, keeping: .all).first
    else { return nil }
    (self.csv, self.json) = (csv, json)
    (self.title, self.community, self.name) = (title, community, name)
    rows = table.rows.count
  }
}

/// One table a metric and community, and one with all of a community's, made on all cores.
func publishedTables(_ plan: SitePlan) -> [PublishedTable] {
  plan.communities.flatMap { community in
    let own = plan.table.selection { $0.community == community.slug }
    let mask = plan.consent.mask
    return inParallel(Metrics.all.count + 1, by: 1) { range in
      range.compactMap { index in
        if index == 0 {
          return PublishedTable(
            own, of: community, "measurements", plan.wording(.allMeasurements), mask)
        }
        let metric = Metrics.all[index - 1].id
        let rows = own.selection { $0.metric.id == metric }
        if rows.rows.isEmpty { return nil }
        return PublishedTable(rows, of: community, metric.rawValue, plan.title(of: metric), mask)
      }
    }
  }
}

extension PageRenderer {
  func data() -> RenderedPage {
    let address = SiteRoutes.data
    let page = DataPage(
      site: site, page: frame(address, title: wording(.data), above: [.home]),
      files: tables.map { row($0, on: address) }, records: accounts(),
      columns: DataColumn.all(wording),
      package: SafeURL(from: address, to: SiteRoutes.dataPackage),
      database: SafeURL(from: address, to: SiteRoutes.database),
      tables: OpenTables(plan: plan).all.map { table in
        let columns = table.columns.map(\.name).joined(separator: ", ")
        return DataColumn(name: table.name, meaning: columns)
      },
      credits: askedCredits, licence: plan.dataLicenceLink)
    return finish(page, at: address)
  }

  /// What the sources ask to be said of their data; nil where none asks.
  private var askedCredits: String? {
    let credits = plan.communities.compactMap(\.file.fields.credit)
    return credits.isEmpty ? nil : credits.joined(separator: " ")
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
    DataFileRow(
      title: table.title, about: table.community.name, rows: table.rows,
      csv: SafeURL(from: page, to: table.csv.path),
      csvSize: wording.numbers.size(ofBytes: table.csv.bytes.count),
      json: SafeURL(from: page, to: table.json.path),
      jsonSize: wording.numbers.size(ofBytes: table.json.bytes.count),
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

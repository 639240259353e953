internal import Basics
internal import LinkDirectory
internal import OpenData
internal import OpenWeb

/// What machines read first: sitemap, robots.txt, the data package.
///
/// A sitemap needs absolute addresses, so a site without a base URL has none.
func siteFronts(
  _ renderer: PageRenderer, _ database: OutputFile, pages: [SitePath]
) -> [OutputFile] {
  let plan = renderer.plan
  let base = plan.settings.baseURL?.asciiText
  let sitemap = base.map { $0 + "sitemap.xml" }
  var files = [
    OutputFile(
      path: SiteRoutes.robots,
      bytes: plan.audience == .colleagues
        ? writeClosedRobotsText() : writeRobotsText(sitemap: sitemap)),
    OutputFile(
      path: SiteRoutes.dataPackage, bytes: writeDataPackage(dataPackage(renderer, database))),
  ]
  if plan.audience == .colleagues {
    files.append(
      OutputFile(
        path: SiteRoutes.internalMark, bytes: Array((plan.wording(.internalEdition) + "\n").utf8)))
  }
  if let base {
    let days = days(of: plan, renderer.links)
    let entries = pages.map {
      SitemapEntry(address: webAddress(of: $0, below: base), changed: days[$0])
    }
    files += writeSitemap(entries, baseURL: base)
  }
  return files
}

/// When pages that have a day were published; nobody knows when the others changed.
private func days(of plan: SitePlan, _ links: ContentLinks) -> [SitePath: CalendarDay] {
  var days: [SitePath: CalendarDay] = [:]
  days.reserveCapacity(plan.content.sectionPages.count)
  // A ledger is as new as its newest entry.
  func add(_ file: some ContentEntry, at address: SitePath?) {
    guard let date = file.head.date, let address else { return }
    days[address] = max(days[address] ?? date.day, date.day)
  }
  for entry in plan.content.collected { add(entry, at: links.addresses[entry.path.text]) }
  for section in plan.sections {
    for page in section.pages { days[page.address] = page.file.fields.head.date?.day }
    for file in section.templateFiles + [section.index].compactMap(\.self) {
      add(file, at: links.addresses[file.path.text])
    }
  }
  return days
}

/// A page as the web knows it: `insights/a/index.html` → `insights/a/`.
func publicPath(_ page: SitePath) -> String {
  let name = "index.html"
  let isInFolder = page.text.hasSuffix("/" + name)
  return isInFolder || page.text == name ? String(page.text.dropLast(name.count)) : page.text
}

/// A file's address in the web: `tags/märz/index.html` → `https://insights.example/tags/m%C3%A4rz/`.
func webAddress(of file: SitePath, below base: String) -> String {
  base + PercentCoding.encoded(path: publicPath(file))
}

private func dataPackage(_ renderer: PageRenderer, _ database: OutputFile) -> DataPackage {
  let plan = renderer.plan
  func told(_ text: String) -> String { plan.consent.mask.masked(text) }
  let licences = plan.settings.dataLicence.map { licence in
    [
      DataLicence(
        name: licence.id ?? "custom", title: told(licence.title),
        address: told(licence.address.text))
    ]
  }
  let fields = DataColumn.all(plan.wording).map { column in
    DataColumn(name: column.name, meaning: told(column.meaning)).field
  }
  let folder = SiteRoutes.dataPackage
  return DataPackage(
    name: "community-insights",
    title: told("\(plan.settings.organisation) \(plan.settings.title)"),
    homePage: plan.settings.baseURL.map { told($0.text) }, version: plan.knownUntil?.description,
    licences: licences ?? [],
    resources: renderer.tables.map { table in
      let csv = table.csv
      return DataResource(
        name: "\(table.community.slug)-\(table.name)".replacing("_", with: "-"),
        title: told("\(table.title), \(table.community.name)"),
        description: table.community.file.fields.credit.map(told),
        path: relativeAddress(from: folder, to: csv.path), size: csv.bytes.count,
        fields: fields,
        primaryKey: ["community", "metric", "period", "segment"])
    },
    database: DataFile(
      name: "meadow", title: told(plan.wording(.data)),
      path: relativeAddress(from: folder, to: database.path), size: database.bytes.count,
      tables: OpenTables(plan: plan).all.map(DataTableNote.init)))
}

extension DataTableNote {
  fileprivate init(_ table: OpenTable) {
    self.init(
      name: table.name, description: table.doc,
      fields: table.columns.map { column in
        let kind: DataField.Kind =
          switch column.kind {
          case .text: .string
          case .integer: .integer
          case .real: .number
          }
        var field = DataField(name: column.name, kind: kind)
        field.description = column.doc
        return field
      })
  }
}

extension DataColumn {
  /// The column as the data package describes it.
  fileprivate var field: DataField {
    let kind: DataField.Kind =
      switch name {
      case "value", "low", "high": .number
      case "n": .integer
      default: .string
      }
    var field = DataField(name: name, kind: kind)
    field.description = meaning
    return field
  }
}

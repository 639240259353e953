internal import Basics
internal import MarkdownHTML
internal import OpenData
internal import Templating

/// Makes the pages of one file with `pages_from`: each row's address, title, summary and day.
struct DataPageMaker {
  let template: PageTemplate
  let plan: SitePlan
  let section: SitePath
  private(set) var pages: [Section.Page] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Rows whose day is still to come.
  private(set) var due: [Timestamp] = []

  private var file: ContentFile<SectionPageFile> { template.file }

  init(_ template: PageTemplate, _ plan: SitePlan, in section: SitePath) {
    self.template = template
    self.plan = plan
    self.section = section
    make()
  }

  private mutating func make() {
    let fields = file.fields
    guard let address = column(fields.address, orFirst: true),
      let dated = fields.dated == nil ? .some(nil) : column(fields.dated).map(Optional.some),
      let title = text(file.head.title, at: fields.titlePlace),
      let summary = file.head.summary.map({ text($0, at: fields.summaryPlace) }) ?? .some(nil)
    else { return }
    var holders: [String: Int] = [:]
    var collisions: [(row: Int, other: Int, name: String)] = []
    for (index, row) in template.rows.rows.enumerated() where !isWithdrawn(row[address]) {
      guard let name = addressName(row[address], of: index) else { return }
      if let other = holders.updateValue(index, forKey: name) {
        collisions.append((index, other, name))
        continue
      }
      var head = file.head
      guard read(title, summary, of: index, into: &head), read(day: dated, of: index, into: &head)
      else { return }
      add(head, name, index)
    }
    tell(of: collisions, address)
  }

  private mutating func add(_ head: PageHead, _ name: String, _ index: Int) {
    if plan.audience == .everybody, let date = head.date, date > plan.asOf {
      due.append(date)
      return
    }
    let address = SiteRoutes.sectionPage(section, name)
    guard plan.isToBeFound(address) else { return }
    var page = file
    page.fields.head = head
    pages.append(
      Section.Page(file: page, address: address, row: PageRow(template: template, index: index)))
  }

  // MARK: Columns

  /// The place of a column; nil where there is none, and that has been said.
  private mutating func column(_ named: Placed<String>?, orFirst: Bool = false) -> Int? {
    guard let named else { return orFirst ? 0 : nil }
    if let column = template.rows.column(named.value) { return column }
    let fault = QueryFault.unknownColumn(named.value, among: template.rows.columns)
    note(fault.message, at: named.place, fix: fault.fix)
    return nil
  }

  /// A page about what may not be told is none.
  private func isWithdrawn(_ value: SQLValue) -> Bool {
    let mask = plan.consent.mask
    if mask.search.isEmpty { return false }
    return value.raw.contains(mask.replacement) || mask.hides(value.raw)
  }

  // MARK: What a row says

  private mutating func addressName(_ value: SQLValue, of row: Int) -> String? {
    if let name = Slug(of: value.raw)?.text { return name }
    let place = file.fields.address?.place ?? file.fields.rows?.place
    let isLong = value.raw.utf8.count > 80
    note(
      value.raw.isEmpty
        ? "row \(row + 1) has no address: its `\(addressColumn)` is empty"
        : "`\(value.raw.prefix(40))` of row \(row + 1) makes no address"
          + (isLong ? ": it is longer than 80 letters" : ""),
      at: place,
      fix: isLong
        ? "shorten it in the query with `substr`"
        : "name a column with letters from a to z or digits under `address:`")
    return nil
  }

  private var addressColumn: String {
    file.fields.address?.value ?? template.rows.columns.first ?? ""
  }

  private mutating func tell(
    of collisions: [(row: Int, other: Int, name: String)], _ address: Int
  ) {
    guard let first = collisions.first else { return }
    func row(_ index: Int) -> String {
      "\(index + 1) (`\(template.rows.rows[index][address].raw.prefix(40))`)"
    }
    note(
      "rows \(row(first.other)) and \(row(first.row)) have one address, `\(first.name)`",
      at: file.fields.address?.place ?? file.fields.rows?.place,
      fix: "name a column under `address:` that tells all rows apart",
      notes: collisions.count > 1 ? ["and \(collisions.count - 1) more rows like these"] : [])
  }

  private mutating func read(
    _ title: PageText, _ summary: PageText?, of row: Int, into head: inout PageHead
  ) -> Bool {
    let values = RowModel.values(template.rows.rows[row])
    do throws(TemplateError) {
      head.title = try title.text(of: values)
      head.summary = try summary?.text(of: values)
    } catch {
      diagnostics.append(error.diagnostic)
      return false
    }
    if head.title.contains(where: { !$0.isWhitespace }) { return true }
    note("the title of row \(row + 1) is empty", at: file.fields.titlePlace)
    return false
  }

  private mutating func read(day column: Int?, of row: Int, into head: inout PageHead) -> Bool {
    guard let column else { return true }
    let value = template.rows.rows[row][column]
    if value == .null { return true }
    guard let date = CalendarDay(value.raw).map({ Timestamp($0) }) ?? Timestamp(value.raw) else {
      note(
        "`\(value.raw.prefix(40))` of row \(row + 1) is no day", at: file.fields.dated?.place,
        fix: "write it as 2026-11-21 in the query, with `date(…)`")
      return false
    }
    head.date = date
    return true
  }

  /// A text of the front matter; nil where it cannot be understood, and that has been said.
  private mutating func text(_ text: String, at place: YAMLPlace?) -> PageText? {
    let excerpt = file.excerpt(at: place ?? YAMLPlace(line: 1, column: 1))
    do throws(TemplateError) {
      return try PageText(
        text, at: excerpt, InlineFunctions.all(plan, template.queries, about: nil), plan.wording,
        values: RowModel.model(template.rows))
    } catch {
      diagnostics.append(error.diagnostic)
      return nil
    }
  }

  private mutating func note(
    _ message: String, at place: YAMLPlace?, fix: String? = nil, notes: [String] = []
  ) {
    diagnostics.append(file.badDataPages(message, at: place, fix: fix, notes: notes))
  }
}

extension ContentFile<SectionPageFile> {
  /// Why no pages can be made from it, at a key of its front matter.
  func badDataPages(
    _ message: String, at place: YAMLPlace?, fix: String?, notes: [String] = []
  ) -> Diagnostic {
    Diagnostic(
      SiteBuildCodes.badDataPages, message,
      at: excerpt(at: place ?? YAMLPlace(line: 1, column: 1)), fix: fix, notes: notes)
  }
}

internal import Basics
internal import MarkdownHTML
internal import OpenData
internal import Synchronization
internal import Templating

/// A file of which each row becomes a page: read once, with all that its pages have in common.
///
/// A class, since ten thousand pages share it.
final class PageTemplate: Sendable {
  let file: ContentFile<SectionPageFile>
  let rows: QueryResult
  let rendered: RenderedMarkdown
  /// For each value in the text; nil where it cannot be understood, and that has been said.
  let values: [InlineExpression?]
  /// Texts of blocks that hold values, by their places.
  let texts: [YAMLPlace: PageText]
  let queries: PageQueries
  /// What gave the rows.
  private let sql: String
  private let enlarged = Mutex<QueryResult?>(nil)
  /// The author's query of the rows, and its block.
  let source: (query: PageQuery, block: ComponentBlock)?

  init(
    _ draft: PageTemplateDraft, _ rows: QueryResult, _ queries: PageQueries,
    source: (query: PageQuery, block: ComponentBlock)?, diagnostics: inout [Diagnostic]
  ) {
    file = draft.file
    self.rows = rows
    sql = source?.query.sql ?? draft.file.fields.rows?.value.sql ?? ""
    rendered = draft.rendered
    self.queries = queries
    self.source = source
    let model = RowModel.model(rows)
    values = draft.values(model, &diagnostics)
    texts = draft.texts(model, &diagnostics)
  }

  /// The community that a row is about, if it names one.
  func subject(ofRow index: Int) -> String? {
    guard let column = rows.column("community") else { return nil }
    return rows.rows[index][column].raw
  }

  /// The row as it is where every count of people is a thousand times as large; nil where there is no such
  /// row then.
  func enlargedRow(_ index: Int, _ runner: QueryRunner) throws(QueryFault) -> QueryResult? {
    let other = try enlarged.withLock { enlarged throws(QueryFault) in
      if let enlarged { return enlarged }
      let made = try runner.enlarged(sql)
      enlarged = made
      return made
    }
    let column = file.fields.address.flatMap { rows.column($0.value) } ?? 0
    guard let row = other.rows.first(where: { $0[column] == rows.rows[index][column] }) else {
      return nil
    }
    return QueryResult(columns: other.columns, rows: [row])
  }

  func queries(ofRow index: Int) -> PageQueries { queries.ofRow(index, in: rows) }
}

/// The row that one page is made from.
struct PageRow: Sendable {
  let template: PageTemplate
  let index: Int

  /// By column, as a theme's template reads them.
  var columns: TemplateValue {
    let rows = template.rows
    return .map(
      zip(rows.columns, rows.rows[index]).map { TemplateMapEntry($0, TemplateValue($1)) })
  }

  /// In the model of ``RowModel``.
  var values: TemplateValue { RowModel.values(template.rows.rows[index]) }
}

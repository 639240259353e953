internal import Basics
internal import MarkdownHTML
internal import OpenData

/// The queries of one page, all run before anything of it is shown.
struct PageQueries: Sendable {
  private(set) var queries: [String: PageQuery] = [:]
  /// Names whose query could not be run; that has been said.
  private(set) var failed: Set<String> = []
  /// Names whose query need not be shown by itself, since a chart or table of the page does.
  private(set) var shown: Set<String> = []
  /// Of a page made from data: its queries with parameters, with a result for each row.
  private var ofRows: [String: RowQuery] = [:]
  /// The blocks that have a name of their own.
  private var blocks: [ComponentBlock] = []

  static let none = PageQueries()

  private init() {}

  /// Those of an ordinary page.
  init(
    _ components: [ComponentBlock], in source: SourceText, _ runner: QueryRunner,
    diagnostics: inout [Diagnostic]
  ) {
    self.init(naming: components, in: source, diagnostics: &diagnostics)
    for block in blocks { run(block, source, runner, &diagnostics) }
  }

  /// Those of a file of which each row of a result becomes a page, none of them run yet.
  init(
    naming components: [ComponentBlock], in source: SourceText,
    diagnostics: inout [Diagnostic]
  ) {
    shown = Set(components.filter(PageQueries.drawsQuery).compactMap(PageQueries.queryName))
    for block in components where block.name == PageQueries.blockName {
      let name = block.argument
      if !PageQueries.isName(name) {
        diagnostics.append(
          Diagnostic(
            SiteBuildCodes.badQuery, "`\(name)` is no name for a query",
            at: source.excerpt(of: block.range),
            fix: "write a small letter, then small letters, digits and `_`"))
        failed.insert(name)
      } else if blocks.contains(where: { $0.argument == name }) {
        diagnostics.append(PageQueries.sameName(name, source.excerpt(of: block.range)))
      } else {
        blocks.append(block)
      }
    }
  }

  /// How many words its blocks have, with their fences: they are no text to be read.
  func words(in source: SourceText) -> Int {
    blocks.reduce(0) { words, block in
      words + wordCount(source.bytes[block.range]) + wordCount(Array(block.text.text.utf8)[...]) + 1
    }
  }

  /// The first word of the info string of a query's block.
  static let blockName = "sql"

  static func sameName(_ name: String, _ excerpt: SourceExcerpt) -> Diagnostic {
    Diagnostic(
      SiteBuildCodes.badQuery, "two queries are called `\(name)`", at: excerpt,
      fix: "rename one of them")
  }

  /// A query by its name; nil, where it could not be run and that has been said.
  func query(named name: String) throws(FigureFault) -> PageQuery? {
    if let query = queries[name] { return query }
    if failed.contains(name) { return nil }
    throw .unknownQuery(
      name, suggestion: suggestion(for: name, among: queries.keys.sorted()))
  }

  /// The query of a block, if it is the block that the name is of.
  func query(of block: ComponentBlock) -> PageQuery? {
    blocks.contains { $0.range == block.range } ? queries[block.argument] : nil
  }

  /// The block of a query.
  func block(named name: String) throws(FigureFault) -> ComponentBlock {
    if let block = blocks.first(where: { $0.argument == name }) { return block }
    throw .unknownQuery(
      name, suggestion: suggestion(for: name, among: blocks.map(\.argument)))
  }

  // MARK: Running

  /// Runs one of the blocks.
  mutating func run(
    _ block: ComponentBlock, _ source: SourceText, _ runner: QueryRunner,
    _ diagnostics: inout [Diagnostic]
  ) {
    do throws(QueryFault) {
      queries[block.argument] = try runner.run(block.text.text, named: block.argument)
    } catch {
      tell(error, block, source, &diagnostics)
    }
  }

  /// Runs the blocks that are not yet run: those with parameters once for each row, whose columns these
  /// are named after.
  mutating func runOthers(
    forEach rows: QueryResult, in source: SourceText, _ runner: QueryRunner,
    _ diagnostics: inout [Diagnostic]
  ) {
    for block in blocks where queries[block.argument] == nil && !failed.contains(block.argument) {
      do throws(QueryFault) {
        let sql = block.text.text
        if try runner.database.hasParameters(sql) {
          ofRows[block.argument] = RowQuery(
            sql: sql, results: try runner.run(sql, forEach: rows))
        } else {
          queries[block.argument] = try runner.run(sql, named: block.argument)
        }
      } catch {
        tell(error, block, source, &diagnostics)
      }
    }
  }

  /// The queries as the page of one row has them.
  func ofRow(_ index: Int, in rows: QueryResult) -> PageQueries {
    if ofRows.isEmpty { return self }
    var page = self
    for (name, query) in ofRows {
      page.queries[name] = PageQuery(
        name: name, sql: query.sql, result: query.results[index],
        arguments: query.arguments(rows.columns, rows.rows[index]))
    }
    return page
  }

  /// The queries of a page with what they give where every count of people is a thousand times as large;
  /// `row` is the page's row in that case.
  func enlarged(_ row: QueryResult?, _ runner: QueryRunner) throws(QueryFault) -> PageQueries {
    var page = self
    for (name, query) in queries {
      if ofRows[name] == nil {
        page.queries[name]?.result = try runner.enlarged(query.sql)
      } else if let row {
        page.queries[name]?.result = try runner.enlarged(query.sql, forEach: row)
      }
    }
    return page
  }

  /// Keeps a query from being shown by itself.
  mutating func hide(_ name: String) { shown.insert(name) }

  private mutating func tell(
    _ fault: QueryFault, _ block: ComponentBlock, _ source: SourceText,
    _ diagnostics: inout [Diagnostic]
  ) {
    let place = fault.offset.map { source.excerpt(at: block.text.place(of: $0)) }
    diagnostics.append(
      Diagnostic(
        fault.isRevealing ? SiteBuildCodes.revealingQuery : SiteBuildCodes.badQuery,
        fault.message, at: place ?? source.excerpt(of: block.range), fix: fault.fix))
    failed.insert(block.argument)
  }

  // MARK: Names

  static func isName(_ text: String) -> Bool {
    text.utf8.first?.isASCIISmallLetter == true
      && text.utf8.allSatisfy {
        $0.isASCIISmallLetter || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
      }
  }

  private static func drawsQuery(_ block: ComponentBlock) -> Bool {
    block.name == ProseRenderer.Component.chart.rawValue
      || block.name == ProseRenderer.Component.table.rawValue
  }

  private static func queryName(_ block: ComponentBlock) -> String? {
    block.body.entries?.first { $0.key == "query" }?.value.text
  }
}

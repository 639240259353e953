internal import Basics
internal import MarkdownHTML
internal import OpenData

/// The queries of one page, all run before anything of it is shown.
struct PageQueries: Sendable {
  private(set) var queries: [String: PageQuery] = [:]
  /// Names whose query could not be run; that has been said.
  private(set) var failed: Set<String> = []
  /// Names whose query a chart or table of the page shows.
  private(set) var shown: Set<String> = []

  static let none = PageQueries()

  private init() {}

  init(
    _ components: [ComponentBlock], in source: SourceText, _ database: OpenDatabase,
    threshold: Int, diagnostics: inout [Diagnostic]
  ) {
    let blocks = components.filter { $0.name == PageQueries.blockName }
    guard !blocks.isEmpty else { return }
    shown = Set(components.filter(PageQueries.drawsQuery).compactMap(PageQueries.queryName))
    do throws(QueryFault) {
      let tables = try QueryTables(database)
      let audit = try QueryAudit(database, threshold: threshold)
      for block in blocks {
        run(block, source, tables, audit, &diagnostics)
      }
    } catch {
      diagnostics.append(
        Diagnostic(
          SiteBuildCodes.badQuery, error.message, at: source.excerpt(of: blocks[0].range)))
    }
  }

  /// The first word of the info string of a query's block.
  static let blockName = "sql"

  /// A query by its name; nil, where it could not be run and that has been said.
  func query(named name: String) throws(FigureFault) -> PageQuery? {
    if let query = queries[name] { return query }
    if failed.contains(name) { return nil }
    throw .unknownQuery(
      name, suggestion: suggestion(for: name, among: queries.keys.sorted()))
  }

  private mutating func run(
    _ block: ComponentBlock, _ source: SourceText, _ tables: QueryTables, _ audit: QueryAudit,
    _ diagnostics: inout [Diagnostic]
  ) {
    let name = block.argument
    func note(_ code: DiagnosticCode, _ message: String, fix: String?, at offset: Int? = nil) {
      let place = offset.map { source.excerpt(at: block.text.place(of: $0)) }
      diagnostics.append(
        Diagnostic(code, message, at: place ?? source.excerpt(of: block.range), fix: fix))
    }
    guard PageQueries.isName(name), queries[name] == nil, !failed.contains(name) else {
      let isTwice = PageQueries.isName(name)
      return note(
        SiteBuildCodes.badQuery,
        isTwice ? "two queries are called `\(name)`" : "`\(name)` is no name for a query",
        fix: isTwice
          ? "rename one of them" : "write a small letter, then small letters, digits and `_`")
    }
    do throws(QueryFault) {
      let query = PageQuery(
        name: name, sql: block.text.text, result: try tables.run(block.text.text))
      if let leak = try audit.leak(in: query) {
        note(SiteBuildCodes.revealingQuery, leak.message, fix: leak.fix)
        failed.insert(name)
      } else {
        queries[name] = query
      }
    } catch {
      note(SiteBuildCodes.badQuery, error.message, fix: error.fix, at: error.offset)
      failed.insert(name)
    }
  }

  private static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLetter(first) else { return false }
    return text.utf8.allSatisfy {
      isLetter($0) || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9"))
        || $0 == UInt8(ascii: "_")
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
  }

  private static func drawsQuery(_ block: ComponentBlock) -> Bool {
    block.name == ProseRenderer.Component.chart.rawValue
      || block.name == ProseRenderer.Component.table.rawValue
  }

  private static func queryName(_ block: ComponentBlock) -> String? {
    block.body.entries?.first { $0.key == "query" }?.value.text
  }
}

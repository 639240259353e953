internal import Basics
internal import OpenData
package import Templating

/// What `query("name")` gives in a template, for the reference page.
package let templateQueryModel = TemplateQueries.model("name", columns: [])

/// The queries that templates ask for by name, `Templates/queries/busiest_rooms.sql`: each is run once, and
/// its result held against the rule about few people as that of any query.
enum TemplateQueries {
  /// What `query("busiest_rooms")` gives in a template; nothing where there are no tables to ask.
  static func lookup(
    _ files: [SourceText], _ runner: QueryRunner?, _ diagnostics: inout [Diagnostic]
  ) -> HostLookup {
    let entries = files.map { file in
      let name = name(of: file)
      do throws(QueryFault) {
        guard PageQueries.isName(name) else { throw .badName(name) }
        guard let runner else { return HostLookup.Entry(unknown: name) }
        let sql = String(decoding: file.bytes, as: UTF8.self)
        let result = try runner.run(sql, named: name).result
        return HostLookup.Entry(
          name: name, model: model(name, columns: result.columns), value: value(result, sql))
      } catch {
        let at = error.offset ?? 0
        diagnostics.append(
          Diagnostic(
            error.isRevealing ? SiteBuildCodes.revealingQuery : SiteBuildCodes.badQuery,
            error.message, at: file.excerpt(of: at..<at + 1), fix: error.fix))
        // Templates that ask for it are not to blame.
        return HostLookup.Entry(unknown: name)
      }
    }
    return HostLookup(function: "query", entries: entries)
  }

  /// `Templates/queries/busiest_rooms.sql` → `busiest_rooms`
  private static func name(of file: SourceText) -> String {
    String(file.file.dropFirst(SiteFolders.templateQueries.count + 1).dropLast(".sql".count))
  }

  static func model(_ name: String, columns: [String]) -> RecordModel {
    let row = RecordModel(
      name: "row of `\(name)`", fields: columns.map { FieldModel($0, .any, "") })
    return RecordModel(
      name: "query `\(name)`",
      fields: [
        FieldModel("first", .optional(.record(row)), "The first row, where there is one."),
        FieldModel("rows", .list(.record(row)), "All rows."),
        FieldModel("sql", .text, "The query itself."),
      ])
  }

  private static func value(_ result: QueryResult, _ sql: String) -> TemplateValue {
    let rows = result.rows.map { row in TemplateValue.record(row.map(TemplateValue.init)) }
    return .record([rows.first ?? .none, .list(rows), .text(sql)])
  }
}

extension HostLookup.Entry {
  /// Of a query whose columns are not known.
  fileprivate init(unknown name: String) {
    let model = RecordModel(
      name: "query `\(name)`",
      fields: [
        FieldModel("first", .any, ""), FieldModel("rows", .list(.any), ""),
        FieldModel("sql", .text, ""),
      ])
    self.init(name: name, model: model, value: .record([.none, .list([]), .text("")]))
  }
}

extension QueryFault {
  fileprivate static func badName(_ name: String) -> QueryFault {
    QueryFault(
      "`\(name)` is no name for a query",
      fix: "write a small letter, then small letters, digits and `_`")
  }
}

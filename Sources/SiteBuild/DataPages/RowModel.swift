internal import OpenData
internal import Templating

/// What texts of a page that is made from data know: `row`, with a field for each column.
enum RowModel {
  static func model(_ rows: QueryResult) -> RecordModel {
    let fields = rows.columns.map { FieldModel($0, .any, "") }
    return RecordModel(
      name: "expression",
      fields: [FieldModel("row", .record(.init(name: "row", fields: fields)), "")])
  }

  static func values(_ row: [SQLValue]) -> TemplateValue {
    .record([.record(row.map(TemplateValue.init))])
  }
}

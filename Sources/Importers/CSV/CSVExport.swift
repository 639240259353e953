internal import Basics
internal import CommunityData

/// Somebody's own table with a heading, read by a column map.
enum CSVExport {
  static let table = MappedTable(
    name: "csv",
    title: "Own tables with a heading (CSV, TSV)",
    files: """
      `.csv` or `.tsv` files, also compressed; a column map says which column holds what.
      """,
    exampleFile: "messages.csv",
    endings: [".csv", ".tsv", ".tab"],
    fix: "give tables with a heading",
    readRecords: { table, items, run throws(ImportError) in try read(table, &items, &run) }
  )
  static let format = table.format

  private static func read(
    _ table: MappedTable, _ items: inout ColumnItem, _ run: inout ImportRun
  ) throws(ImportError) {
    let map = run.request.columns
    try run.input.forEachFile(where: table.isOne, orGiven: true) {
      (name, stream) throws(ImportError) in
      try readTable(stream, file: name, map, &items, &run)
    }
  }

  private static func readTable(
    _ stream: ByteStream, file: String, _ map: ColumnMap, _ items: inout ColumnItem,
    _ run: inout ImportRun
  ) throws(ImportError) {
    let (stream, syntax) = try DelimitedSyntax.recognised(in: stream.inUTF8)
    var reader = DelimitedReader(stream, file: file, columns: nil, syntax: syntax)
    reader.decodesRows = true
    guard let heading = try reader.next() else { return }
    let columns: CSVColumns
    switch heading {
    case .row(let row) where row.record.bytes.contains(where: isNoText):
      throw unreadable(
        file, "it is not text",
        fix: "save a spreadsheet as CSV; the name of a compressed file tells so: `.csv.gz`")
    case .row(let row): columns = try CSVColumns(heading: row, map)
    case .fault(let fault): throw unreadable(file, "its heading \(fault.text)")
    }
    run.correctMeasurable { known in
      known.formUnion(map.supported { columns.place(of: $0) != nil })
    }
    while let record = try reader.next() {
      switch record {
      case .fault(let fault): run.quarantine(fault)
      case .row(let row):
        do throws(RecordFault) {
          try items.take(CSVRow(row: row, columns: columns), &run)
        } catch {
          run.quarantine(error)
        }
      }
    }
  }

  /// A sign that no heading has: spreadsheets and compressed files are full of them.
  private static func isNoText(_ byte: UInt8) -> Bool { byte < 0x09 || byte == 0x7F }
}

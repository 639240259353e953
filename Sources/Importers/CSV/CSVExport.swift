internal import Basics
internal import CommunityData

/// Somebody's own table with a heading, read by a column map.
enum CSVExport {
  static let format = ImportFormat(
    name: "csv",
    title: "Own tables with a heading (CSV, TSV)",
    files: """
      `.csv` or `.tsv` files, also compressed; a column map says which column holds what.
      """,
    measurable: ColumnMap.plain.measurable,
    licences: [],
    example: """
      meadow import csv messages.csv --columns columns.yaml --community club \
      --origin https://club.example.org --date 2026-10-31
      """,
    recognition: "nothing; it must be named.",
    recognises: { _ in false },
    read: { run throws(ImportError) in try read(&run) })

  private static func read(_ run: inout ImportRun) throws(ImportError) {
    let map = run.request.columns
    let measurable = map.measurable
    run.correctMeasurable { known in
      let roles = known.roles
      known = measurable
      known.roles = roles
    }
    try run.announce(isTable, what: "`.csv` file", fix: "give tables with a heading")
    var items = ColumnItem(map, channels: run.request.channels)
    try run.input.forEachFile(where: isTable, orGiven: true) {
      (name, stream) throws(ImportError) in
      try readTable(stream, file: name, map, &items, &run)
    }
    try items.channels.check()
    run.writePlaces(items.channels)
  }

  private static func readTable(
    _ stream: ByteStream, file: String, _ map: ColumnMap, _ items: inout ColumnItem,
    _ run: inout ImportRun
  ) throws(ImportError) {
    let (stream, syntax) = try DelimitedSyntax.recognised(in: stream)
    var reader = DelimitedReader(stream, file: file, columns: nil, syntax: syntax)
    reader.decodesRows = true
    guard let heading = try reader.next() else { return }
    let columns: CSVColumns
    switch heading {
    case .row(let row): columns = try CSVColumns(heading: row, map)
    case .fault(let fault): throw unreadable(file, "its heading \(fault.text)")
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

  @Sendable private static func isTable(_ name: String) -> Bool {
    let lower = name.lowercased()
    return lower.hasSuffix(".csv") || lower.hasSuffix(".tsv") || lower.hasSuffix(".tab")
  }
}

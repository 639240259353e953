internal import Basics
internal import CommunityData

/// Somebody's own records, a JSON object a line, read by a column map.
enum NDJSONExport {
  static let table = MappedTable(
    name: "ndjson",
    title: "Own records, a JSON object a line",
    files: """
      `.ndjson` or `.jsonl` files, also compressed; a column map says which field holds what.
      """,
    exampleFile: "messages.ndjson.zst",
    endings: [".ndjson", ".jsonl"],
    fix: "give files with a JSON object a line",
    readRecords: { table, items, run throws(ImportError) in try read(table, &items, &run) }
  )
  static let format = table.format

  private static func read(
    _ table: MappedTable, _ items: inout ColumnItem, _ run: inout ImportRun
  ) throws(ImportError) {
    let map = run.request.columns
    let paths = JSONColumnPaths(map)
    var files = JSONFiles(.lines, where: table.isOne)
    files.knownNames = paths.firstNames
    var unseen = paths.namedByAuthor
    var untold = ColumnMap.telling
    try files.readRecords(&run) { object, run throws(RecordFault) in
      if !untold.isEmpty { untold.removeAll { paths.isThere($0, in: object) } }
      if !unseen.isEmpty { unseen.removeAll { paths.find($0, in: object) != nil } }
      try items.take(JSONColumns(object: object, paths: paths), &run)
    }
    run.correctMeasurable { known in
      known.formUnion(map.supported { !untold.contains($0) })
    }
    for field in unseen where run.writer.counts.read > 0 {
      run.tally.warn(
        map.finding(
          on: field,
          "no record has the field `\(paths.name(of: field))`, which the column map names as "
            + "`\(field.name)`", severity: .warning))
    }
  }
}

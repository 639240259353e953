internal import Basics
internal import CommunityData

/// Somebody's own records, a JSON object a line, read by a column map.
enum NDJSONExport {
  static let format = ImportFormat(
    name: "ndjson",
    title: "Own records, a JSON object a line",
    files: """
      `.ndjson` or `.jsonl` files, also compressed; a column map says which field holds what.
      """,
    measurable: ColumnMap.plain.measurable,
    licences: [],
    example: """
      meadow import ndjson messages.ndjson.zst --columns columns.yaml --community club \
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
    try run.announce(isFile, what: "`.ndjson` file", fix: "give files with a JSON object a line")
    var items = ColumnItem(map, channels: run.request.channels)
    let paths = JSONColumnPaths(map)
    var files = JSONFiles(.lines, where: isFile)
    files.knownNames = paths.firstNames
    try files.readRecords(&run) { object, run throws(RecordFault) in
      try items.take(JSONColumns(object, paths), &run)
    }
    try items.channels.check()
    run.writePlaces(items.channels)
  }

  @Sendable private static func isFile(_ name: String) -> Bool {
    let lower = name.lowercased()
    return lower.hasSuffix(".ndjson") || lower.hasSuffix(".jsonl")
  }
}

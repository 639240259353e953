internal import Basics
internal import CommunityData

/// Somebody's own records, read by a column map: all that tables and JSON have alike.
struct MappedTable: Sendable {
  let name: String
  let title: String
  /// The files it reads, in a sentence.
  let files: String
  /// The file of the example.
  let exampleFile: String
  /// The first is what the format's files are called by.
  let endings: [String]
  /// What to give when none is there.
  let fix: String
  let readRecords:
    @Sendable (MappedTable, inout ColumnItem, inout ImportRun) throws(ImportError) -> Void

  var format: ImportFormat {
    ImportFormat(
      name: name, title: title, files: files, measurable: ColumnMap.plain.measurable, licences: [],
      example: """
        meadow import \(name) \(exampleFile) --columns columns.yaml --community club \
        --origin https://club.example.org --date 2026-10-31
        """,
      recognition: "nothing; it must be named.",
      recognises: { _ in false },
      read: { run throws(ImportError) in try read(&run) })
  }

  /// Whether a file of this name is one of the format's.
  @Sendable func isOne(_ name: String) -> Bool {
    let lower = name.lowercased()
    return endings.contains { lower.hasSuffix($0) }
  }

  private func read(_ run: inout ImportRun) throws(ImportError) {
    let map = run.request.columns
    // What the columns tell that are there is added as they are met.
    run.correctMeasurable { $0 = SnapshotManifest.Measurable() }
    try run.announce(isOne, what: "`\(endings[0])` file", fix: fix)
    var items = ColumnItem(map, channels: run.request.channels)
    try readRecords(self, &items, &run)
    try items.channels.choice.check()
    run.writePlaces(items.channels.choice)
  }
}

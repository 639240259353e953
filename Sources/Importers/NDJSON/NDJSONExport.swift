internal import Basics
internal import CommunityData
internal import JSONText

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
    try JSONFiles(.lines, where: isFile).readRecords(&run) { object, run throws(RecordFault) in
      try items.take(JSONColumns(object: object), &run)
    }
    try items.channels.check()
    run.writePlaces(items.channels)
  }

  @Sendable private static func isFile(_ name: String) -> Bool {
    let lower = name.lowercased()
    return lower.hasSuffix(".ndjson") || lower.hasSuffix(".jsonl")
  }
}

/// The fields of an object by the names on the way to them: `user.name`.
private struct JSONColumns: ColumnRecord {
  let object: SourceObject

  var record: SourceRecord { object.record }

  func text(_ column: String) throws(RecordFault) -> [UInt8]? {
    guard let index = object.find(path: column) else { return nil }
    let token = object.tokens[index]
    switch token.kind {
    case .string: return token.text.isEmpty ? nil : Array(token.text)
    case .integer: return Array(String(token.integer).utf8)
    case .double: return Array(String(token.double).utf8)
    case .bool: return Array((token.bool ? "true" : "false").utf8)
    case .array where allStrings(index): return Array(strings(index).joined(separator: ",").utf8)
    default: throw fault("`\(column)` is \(token.kind.words), not a text", in: column, detail: nil)
    }
  }

  func fault(_ reason: String, in column: String, detail: String?) -> RecordFault {
    guard let index = object.find(path: column) else {
      return object.fault(reason, detail: detail)
    }
    return object.fault(reason, at: index, detail: detail)
  }

  private func strings(_ list: Int) -> [String] {
    (list + 1..<object.tokens.end(of: list)).map { object.tokens[$0].string }
  }

  private func allStrings(_ list: Int) -> Bool {
    (list + 1..<object.tokens.end(of: list)).allSatisfy { object.tokens[$0].kind == .string }
  }
}

package import Basics
internal import CommunityData
package import Importers
internal import MarkdownHTML

/// Reads the file of `--columns`; the first fault is thrown with its place.
///
///     columns:
///       published: sent_at
///       attributedTo: user.name
///     times: milliseconds
package func columnMap(of source: SourceText) throws(Diagnostic) -> ColumnMap {
  let reading = ColumnMapReading(source: source)
  return try reading.map(try readYAML(source))
}

private struct ColumnMapReading {
  private static let keys = ["columns", "times", "mediaType", "type"]

  let source: SourceText

  func map(_ values: YAMLValue) throws(Diagnostic) -> ColumnMap {
    var map = ColumnMap(columns: [:])
    for entry in values.entries ?? [] {
      switch entry.key {
      case "columns":
        map.columns = try columns(entry.value)
        map.places = places(entry.value)
      case "times": map.times = try choice(entry)
      case "mediaType": map.mediaType = try choice(entry)
      case "type": map.type = try choice(entry)
      default: throw unknown(entry, "key", among: ColumnMapReading.keys)
      }
    }
    if map.columns[.published] == nil {
      throw fault("the map names no column for `published`", values.place, "add it to `columns:`")
    }
    return map
  }

  private func columns(_ value: YAMLValue) throws(Diagnostic) -> [ColumnMap.Field: String] {
    guard let entries = value.entries else {
      throw fault(
        "`columns` wants a map, not \(value.kindText)", value.place, "write `field: column` lines")
    }
    var columns: [ColumnMap.Field: String] = [:]
    for entry in entries {
      guard let field = ColumnMap.Field(named: entry.key) else {
        throw unknown(entry, "field", among: ColumnMap.Field.allCases.map(\.name))
      }
      guard let column = entry.value.text else {
        throw fault(
          "`\(entry.key)` wants the name of a column, not \(entry.value.kindText)",
          entry.value.place, nil)
      }
      columns[field] = column
    }
    return columns
  }

  /// Where the names of the columns stand.
  private func places(_ value: YAMLValue) -> [ColumnMap.Field: SourceExcerpt] {
    var places: [ColumnMap.Field: SourceExcerpt] = [:]
    for entry in value.entries ?? [] {
      guard let field = ColumnMap.Field(named: entry.key) else { continue }
      places[field] = excerpt(entry.value.place)
    }
    return places
  }

  private func excerpt(_ place: YAMLPlace) -> SourceExcerpt {
    source.excerpt(line: place.line, column: place.column, length: place.length)
  }

  private func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ entry: YAMLEntry
  ) throws(Diagnostic) -> Choice {
    let known = Choice.allCases.map(\.rawValue)
    if let text = entry.value.text, let choice = Choice(rawValue: text) { return choice }
    throw fault(
      "`\(entry.key)` does not know \(entry.value.kindText)", entry.value.place,
      suggestion(for: entry.value.text ?? "", among: known)
        ?? "one of " + known.joined(separator: ", "))
  }

  private func unknown(_ entry: YAMLEntry, _ what: String, among known: [String]) -> Diagnostic {
    fault(
      "unknown \(what) `\(entry.key)` in a column map", entry.keyPlace,
      suggestion(for: entry.key, among: known) ?? "known: " + known.joined(separator: ", "))
  }

  private func fault(_ message: String, _ place: YAMLPlace, _ fix: String?) -> Diagnostic {
    Diagnostic(ImportersCodes.badColumns, message, at: excerpt(place), fix: fix)
  }
}

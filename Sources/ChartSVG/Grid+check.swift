package import Basics

/// What is wrong with the shape of a heatmap; a short row is drawn as far as it goes.
package func check(_ map: Heatmap, at location: SourceLocation? = nil) -> [Diagnostic] {
  var found = zip(map.rowNames, map.values).compactMap { name, row in
    unequal(name, row.count, map.columnNames.count, at: location)
  }
  if map.values.count != map.rowNames.count {
    found.append(
      Diagnostic(
        ChartSVGCodes.unequalRows,
        "the table has \(map.values.count) rows for \(map.rowNames.count) names", at: location))
  }
  return found
}

/// What is wrong with the shape of a table of shares.
package func check(_ shares: ShareGrid, at location: SourceLocation? = nil) -> [Diagnostic] {
  shares.rows.compactMap { row in
    unequal(row.name, row.values.count, shares.columnNames.count, at: location)
  }
}

private func unequal(
  _ name: String, _ count: Int, _ expected: Int, at location: SourceLocation?
) -> Diagnostic? {
  guard count != expected else { return nil }
  return Diagnostic(
    ChartSVGCodes.unequalRows,
    "the row `\(name)` has \(count) values for \(expected) columns", at: location)
}

internal import Basics

extension DataTable {
  /// The table in a wrapper that scrolls and can be focused, named `Data for figure 1`.
  package func html(figure: String) -> [UInt8] {
    Array(
      """
      <div class="tw" tabindex="0" role="region" aria-label="Data for \(xmlText(figure))">\
      <table><caption class="vh">\(xmlText(caption))</caption>\
      <thead><tr>\(columns.map(\.html).joined())</tr></thead>\
      <tbody>\(rows.map(html).joined())</tbody></table></div>
      """.utf8)
  }

  /// The table folded under `Show the data for figure 1`.
  package func details(figure: String) -> [UInt8] {
    let summary = "<details><summary>Show the data for \(xmlText(figure))</summary>"
    return Array(summary.utf8) + html(figure: figure) + Array("</details>".utf8)
  }

  private func html(of row: [Cell]) -> String {
    let cells = zip(columns, row).enumerated().map { index, pair in
      let (column, cell) = pair
      return index == 0
        ? "<th scope=\"row\">\(cell.html)</th>"
        : "<td\(column.isNumeric ? " class=\"r\"" : "")>\(cell.html)</td>"
    }
    return "<tr>\(cells.joined())</tr>"
  }
}

extension DataTable.Column {
  fileprivate var html: String {
    "<th scope=\"col\"\(isNumeric ? " class=\"r\"" : "")>\(xmlText(header))</th>"
  }
}

extension DataTable.Cell {
  /// What stands in the cell, escaped.
  var html: String {
    switch self {
    case .text(let text): xmlText(text)
    case .number(let shown, _): xmlText(shown)
    case .suppressed: suppressedMark
    case .missing(let reason): "<span class=\"supp\">\(xmlText(reason))</span>"
    }
  }
}

/// `[c]` with its meaning.
let suppressedMark = "<abbr title=\"confidential: too few people\">[c]</abbr>"

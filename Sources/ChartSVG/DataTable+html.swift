package import Basics

extension DataTable {
  /// The table in a wrapper that scrolls and can be focused, named `Data for figure 1`.
  package func html(figure: String, _ wording: Wording) -> [UInt8] {
    let label = xmlText(wording(.dataOf, ["figure": .text(figure)]))
    return Array(
      """
      <div class="tw" tabindex="0" role="region" aria-label="\(label)">\
      <table><caption class="vh">\(xmlText(caption))</caption>\
      <thead><tr>\(columns.map(\.html).joined())</tr></thead>\
      <tbody>\(rows.map { html(of: $0, wording) }.joined())</tbody></table></div>
      """.utf8)
  }

  /// The table folded under `Show the data for figure 1`.
  package func details(figure: String, _ wording: Wording) -> [UInt8] {
    let words = xmlText(wording(.showDataOf, ["figure": .text(figure)]))
    let summary = "<details><summary>\(words)</summary>"
    return Array(summary.utf8) + html(figure: figure, wording) + Array("</details>".utf8)
  }

  private func html(of row: [Cell], _ wording: Wording) -> String {
    let cells = zip(columns, row).enumerated().map { index, pair in
      let (column, cell) = pair
      return index == 0
        ? "<th scope=\"row\">\(cell.html(wording))</th>"
        : "<td\(column.isNumeric ? " class=\"r\"" : "")>\(cell.html(wording))</td>"
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
  func html(_ wording: Wording) -> String {
    switch self {
    case .text(let text): xmlText(text)
    case .number(let shown, _): xmlText(shown)
    case .suppressed: wording.suppressedMark
    case .missing(let reason): "<span class=\"supp\">\(xmlText(reason))</span>"
    }
  }
}

extension Wording {
  /// `[c]` with its meaning, as HTML.
  var suppressedMark: String {
    "<abbr title=\"\(xmlText(self(.suppressedMark)))\">[c]</abbr>"
  }
}

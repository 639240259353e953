internal import Basics

/// A table of cells in steps of a ramp: what heatmaps, cohorts and role matrices have in common.
struct Grid {
  struct Cell: Hashable {
    /// `q0` none, `q1` to `q5` the ramp, `qs` withheld, `qe` empty.
    var step: String
    /// What is printed; empty where the fill says it.
    var shown: String
    /// What a screen reader is told where nothing is printed.
    var words: String
  }

  struct Row: Hashable {
    var name: String
    /// How many the row is about, in a column of its own.
    var size: String?
    var cells: [Cell]
  }

  var heading: ChartHeading
  /// The heads of the names and of the sizes.
  var nameHeader: String
  var sizeHeader: String?
  var columnNames: [String]
  var rows: [Row]
  /// A class that makes narrow cells, for twelve columns on a phone.
  var className: String
}

extension Grid {
  var html: String {
    let size = sizeHeader.map { "<th scope=\"col\">\(xmlText($0))</th>" } ?? ""
    let columns = columnNames.map { "<th scope=\"col\">\(xmlText($0))</th>" }.joined()
    let corner =
      nameHeader.isEmpty
      ? "<td></td>" : "<th scope=\"col\" class=\"name\">\(xmlText(nameHeader))</th>"
    return """
      <div class="tw" tabindex="0" role="region" aria-label="\(xmlText(heading.measure))">\
      <table class="\(className)"><caption class="vh">\(xmlText(heading.measure))</caption>\
      <thead><tr>\(corner)\(size)\(columns)</tr></thead>\
      <tbody>\(rows.map(row).joined())</tbody></table></div>
      """
  }

  private func row(_ row: Row) -> String {
    let size =
      sizeHeader == nil
      ? "" : "<td class=\"num\">\(row.size ?? heading.wording.suppressedMark)</td>"
    return
      "<tr>\(rowHead(row.name))\(size)\(row.cells.map { $0.html(heading.wording) }.joined())</tr>"
  }
}

extension Grid.Cell {
  /// Where the time has not come yet.
  static func notYet(_ wording: Wording) -> Grid.Cell {
    Grid.Cell(step: "qe", shown: "", words: wording(.notYet))
  }

  fileprivate func html(_ wording: Wording) -> String {
    if shown == "[c]" { return "<td class=\"\(step)\">\(wording.suppressedMark)</td>" }
    let content = shown.isEmpty ? spoken(words) : xmlText(shown)
    return "<td class=\"\(step)\">\(content)</td>"
  }
}

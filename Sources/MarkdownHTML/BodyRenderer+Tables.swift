internal import Basics

extension BodyRenderer {
  /// Renders a table, after the paragraph whose lines stand right before it.
  mutating func renderTable(_ plan: TablePlan, lead: CMarkNode?) {
    guard let tables else { return }
    let outerText = text
    text = tables.text
    walkChildren(of: lead)
    if plan.isShown {
      let label = regionLabel(of: plan, in: tables)
      writer.breakLine()
      openRegion(label)
      writer.write("<table>\n<thead>\n")
      renderRows(plan, in: tables)
      writer.write("</table>\n")
      if label != nil { writer.write("</div>\n") }
    } else {
      reportSize(of: plan)
    }
    text = outerText
    block = nil
  }

  /// A line of `---` right under a table, meant as a rule, makes a heading of its lines.
  mutating func reportUnderlinedTable(_ heading: CMarkNode) {
    guard prepared.mayHaveTables, heading.endLine > heading.startLine,
      TableFinder(prepared, root: heading, depth: options.limits.depth).plan(for: heading) != nil
    else { return }
    findings.add(
      MarkdownCodes.underlinedTable, "this table is read as a heading",
      at: range(ofBlock: heading), fix: "leave a line blank under the table",
      severity: .warning)
  }

  /// What names the region in which a wide table scrolls, so that the keyboard reaches it and a
  /// phone does not break its words into letters: its columns, which need no language of ours.
  /// nil where a table has fewer than five or no names.
  private mutating func regionLabel(of plan: TablePlan, in tables: RenderableTables) -> String? {
    guard plan.alignments.count >= 5, let header = plan.rows.first else { return nil }
    var names: [String] = []
    var cell = plan.firstCell
    for range in header {
      if prepared.isPlain(range) {
        names.append(String(decoding: prepared.text.bytes[range], as: UTF8.self))
      } else {
        // The no-break space in front is not of the name.
        let text = plainText(of: tables.cell(cell)).text(filling: { _ in "" })
        names.append(String(text.drop(while: \.isWhitespace)))
        cell += 1
      }
    }
    let known = names.filter { !$0.isEmpty }
    return known.isEmpty ? nil : known.joined(separator: ", ")
  }

  private mutating func openRegion(_ label: String?) {
    guard let label else { return }
    writer.write("<div class=\"tw\" tabindex=\"0\" role=\"region\" aria-label=\"")
    writer.writeEscaped(Array(label.utf8))
    writer.write("\">\n")
  }

  private mutating func renderRows(_ plan: TablePlan, in tables: RenderableTables) {
    var cell = plan.firstCell
    for (number, row) in plan.rows.enumerated() where isWithinOutputLimit() {
      if number == 1 { writer.write("<tbody>\n") }
      writer.write("<tr>\n")
      for column in plan.alignments.indices {
        let isHead = number == 0
        writer.write(isHead ? "<th" : "<td")
        writer.write(endOfTag(plan.alignments[column]))
        if column < row.count {
          if prepared.isPlain(row[column]) {
            writer.writePlain(prepared.text.bytes[row[column]])
          } else {
            renderCell(tables.cell(cell))
            cell += 1
          }
        }
        writer.write(isHead ? "</th>\n" : "</td>\n")
      }
      writer.write("</tr>\n")
      if number == 0 { writer.write("</thead>\n") }
      reportExcess(of: row, beyond: plan.alignments.count)
    }
    if plan.rows.count > 1 { writer.write("</tbody>\n") }
  }

  private mutating func renderCell(_ paragraph: CMarkNode) {
    startInlines(of: paragraph)
    // The no-break space in front.
    bytesToSkip = 2
    walkChildren(of: paragraph)
    bytesToSkip = 0
  }

  /// What follows the name of a cell's element.
  private func endOfTag(_ alignment: PipeTable.Alignment) -> StaticString {
    switch alignment {
    case .none: ">"
    case .left: " class=\"align-left\">"
    case .center: " class=\"align-center\">"
    case .right: " class=\"align-right\">"
    }
  }

  private mutating func reportExcess(of row: [Range<Int>], beyond count: Int) {
    guard row.count > count, let last = row.last else { return }
    let start = prepared.text.map.source(row[count].lowerBound)
    let end = prepared.text.map.source(last.upperBound)
    findings.add(
      MarkdownCodes.tooManyCells, "this row has \(row.count) cells, its table has \(count)",
      at: start..<max(start + 1, end), fix: "not shown; write `\\|` for a bar in a cell",
      severity: .warning)
  }

  private mutating func reportSize(of plan: TablePlan) {
    let limits = options.limits
    let columns = plan.alignments.count
    let start = plan.rows.first?.first.map { prepared.text.map.source($0.lowerBound) } ?? 0
    findings.add(
      MarkdownCodes.tableTooLarge,
      "this table has \(columns) columns and \(plan.cellCount) cells", at: start..<start + 1,
      fix: "\(limits.tableColumns) columns, \(limits.tableCells) cells and "
        + "\(limits.pageCells) cells a page are allowed")
  }
}

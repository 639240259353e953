internal import Basics

extension BodyRenderer {
  /// Renders a table, after the paragraph whose lines stand right before it.
  mutating func renderTable(_ plan: TablePlan, lead: CMarkNode?) {
    guard let tables else { return }
    let outerText = text
    text = tables.text
    walkChildren(of: lead)
    if plan.isShown {
      writer.breakLine()
      writer.write("<table>\n<thead>\n")
      renderRows(plan, in: tables)
      writer.write("</table>\n")
    } else {
      reportSize(of: plan)
    }
    text = outerText
    block = nil
  }

  private mutating func renderRows(_ plan: TablePlan, in tables: RenderableTables) {
    var cell = plan.firstCell
    for (number, row) in plan.rows.enumerated() where isWithinOutputLimit() {
      if number == 1 { writer.write("<tbody>\n") }
      writer.write("<tr>\n")
      for column in plan.alignments.indices {
        let tag: StaticString = number == 0 ? "th" : "td"
        openCell(tag, plan.alignments[column])
        if column < row.count {
          if prepared.isPlain(row[column]) {
            writer.writePlain(prepared.text.bytes[row[column]])
          } else {
            renderCell(tables.cell(cell))
            cell += 1
          }
        }
        closeCell(tag)
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

  private mutating func openCell(_ tag: StaticString, _ alignment: PipeTable.Alignment) {
    writer.write("<")
    writer.write(tag)
    switch alignment {
    case .none: break
    case .left: writer.write(" class=\"align-left\"")
    case .center: writer.write(" class=\"align-center\"")
    case .right: writer.write(" class=\"align-right\"")
    }
    writer.write(">")
  }

  private mutating func closeCell(_ tag: StaticString) {
    writer.write("</")
    writer.write(tag)
    writer.write(">\n")
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

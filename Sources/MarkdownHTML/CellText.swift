/// The table cells of a document that may hold marks, as paragraphs of a second one.
///
/// libcmark has no tables and reads a row's emphasis across its bars; a cell is read alone.
struct CellText {
  /// One paragraph a cell, then one quotation a table with the lines before it, then whatever may
  /// define link references.
  private(set) var text = MappedText()
  private(set) var plans: [TablePlan]
  private(set) var cellCount = 0
  private let prepared: PreparedText

  init(_ plans: [TablePlan], _ prepared: PreparedText, _ limits: MarkdownLimits) {
    self.plans = plans
    self.prepared = prepared
    var room = limits.pageCells
    for index in plans.indices where plans[index].fits(limits, room: room) {
      room -= plans[index].cellCount
      self.plans[index].isShown = true
      self.plans[index].firstCell = cellCount
      for row in self.plans[index].rows { appendRow(row, columns: plans[index].alignments.count) }
    }
    for plan in plans { appendLead(plan) }
    appendReferences()
  }

  /// Whether all is said without the second document.
  var isEmpty: Bool { cellCount == 0 && plans.allSatisfy { $0.lead.isEmpty } }

  private mutating func appendRow(_ row: [Range<Int>], columns: Int) {
    for cell in row.prefix(columns) where !prepared.isPlain(cell) {
      // A no-break space keeps the cell from starting a list or a heading, yet counts as a blank.
      text.append("\u{A0}".utf8, from: prepared.text.map.source(cell.lowerBound))
      appendUnescapingBars(cell)
      text.endLine()
      text.endLine()
      cellCount += 1
    }
  }

  private mutating func appendUnescapingBars(_ cell: Range<Int>) {
    let bytes = prepared.text.bytes
    var start = cell.lowerBound
    for index in cell.dropFirst()
    where bytes[index] == UInt8(ascii: "|") && bytes[index - 1] == UInt8(ascii: "\\") {
      append(start..<index - 1)
      start = index
    }
    append(start..<cell.upperBound)
  }

  /// A quotation stays one block, even when its lines turn out to be definitions alone.
  private mutating func appendLead(_ plan: TablePlan) {
    for (index, line) in plan.lead.enumerated() {
      // Deep indents keep the lines after the first from starting anything.
      text.append((index == 0 ? "> " : ">     ").utf8, from: 0)
      append(line)
      text.endLine()
    }
    if plan.lead.isEmpty {
      text.append(">".utf8, from: 0)
      text.endLine()
    }
    text.endLine()
  }

  private mutating func appendReferences() {
    let bytes = prepared.text.bytes
    for start in prepared.referenceLines {
      var from = start
      // A definition may take three lines: label, address, title.
      for _ in 0..<3 where from < bytes.count {
        while from < bytes.count, bytes[from] == 0x20 || bytes[from] == UInt8(ascii: ">") {
          from += 1
        }
        var end = from
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        append(from..<end)
        text.endLine()
        if from == end { break }
        from = end + 1
      }
      text.endLine()
    }
  }

  /// Copies a stretch of the prepared text, which may hold tokens.
  private mutating func append(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    text.append(prepared.text.bytes[range], from: prepared.text.map.source(range.lowerBound))
    for segment in prepared.text.map.segments(in: range) {
      text.map.segments.append(
        .init(made: text.bytes.count - range.upperBound + segment.made, source: segment.source))
    }
  }
}

extension TablePlan {
  /// Whether a table is small enough, on a page with room for so many more cells.
  fileprivate func fits(_ limits: MarkdownLimits, room: Int) -> Bool {
    alignments.count <= limits.tableColumns && cellCount <= min(limits.tableCells, room)
  }
}

extension TextMap {
  /// The segments that start within a range of the made text, its first byte excepted.
  func segments(in range: Range<Int>) -> ArraySlice<Segment> {
    let first = firstSegment(after: range.lowerBound)
    let end = firstSegment(after: range.upperBound - 1)
    return segments[first..<max(first, end)]
  }
}

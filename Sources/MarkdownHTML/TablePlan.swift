internal import Basics

/// A paragraph of libcmark's that is a table, perhaps with a paragraph before it.
struct TablePlan {
  let paragraph: CMarkNode
  var alignments: [PipeTable.Alignment]
  /// The header first; the cells are ranges of the prepared text.
  var rows: [[Range<Int>]]
  /// The lines before the header.
  var lead: [Range<Int>]
  /// The number of the line under the header.
  let delimiterLine: Int
  /// Number, within all cells of the document that are not plain, of the first that it may have.
  var firstCell = 0
  /// Whether the limits let it be shown.
  var isShown = false

  /// Short rows are filled up.
  var cellCount: Int { rows.count * alignments.count }
}

/// Finds the tables among libcmark's paragraphs.
struct TableFinder {
  let prepared: PreparedText
  let root: CMarkNode
  /// How many blocks may stand in one another.
  let depth: Int
  private(set) var plans: [TablePlan] = []

  init(_ prepared: PreparedText, root: CMarkNode, depth: Int) {
    self.prepared = prepared
    self.root = root
    self.depth = depth
  }

  /// Walks all blocks; inlines are passed by.
  mutating func find() {
    var node = root
    while true {
      if node.kind == .paragraph, let plan = plan(for: node) { plans.append(plan) }
      if hasBlocks(node), let child = node.firstChild {
        node = child
        continue
      }
      while node.next == nil {
        guard node != root, let parent = node.parent else { return }
        node = parent
      }
      guard node != root, let next = node.next else { return }
      node = next
    }
  }

  private func hasBlocks(_ node: CMarkNode) -> Bool {
    switch node.kind {
    case .document, .blockQuote, .list, .item: true
    default: false
    }
  }

  /// The table that a paragraph's lines make; nil when they make none.
  func plan(for paragraph: CMarkNode) -> TablePlan? {
    let count = paragraph.endLine - paragraph.startLine
    guard count > 0 else { return nil }
    lazy var containers = BlockContainers(around: paragraph, in: prepared.text, depth: depth)
    for number in paragraph.startLine + 1...paragraph.endLine {
      let delimiter = prepared.contentLine(number, of: paragraph)
      guard PipeTable.mayDelimit(delimiter, in: prepared.text.bytes) else { continue }
      let header = prepared.contentLine(number - 1, of: paragraph)
      let titles = PipeTable.cells(of: header, in: prepared.text.bytes)
      let marks = PipeTable.cells(of: delimiter, in: prepared.text.bytes)
      guard titles.count == marks.count,
        let alignments = PipeTable.alignments(of: marks, in: prepared.text.bytes),
        // Without the marks of the blocks around it, a line goes on with their text.
        containers?.countRepeated(prepared.text, line: number) == nil
      else { continue }
      return TablePlan(
        paragraph: paragraph, alignments: alignments,
        rows: [titles] + rows(of: paragraph, after: number),
        lead: lead(of: paragraph, before: number - 1), delimiterLine: number)
    }
    return nil
  }

  private func rows(of paragraph: CMarkNode, after number: Int) -> [[Range<Int>]] {
    guard number < paragraph.endLine else { return [] }
    return (number + 1...paragraph.endLine).map {
      PipeTable.cells(of: prepared.contentLine($0, of: paragraph), in: prepared.text.bytes)
    }
  }

  private func lead(of paragraph: CMarkNode, before number: Int) -> [Range<Int>] {
    (paragraph.startLine..<number).map { prepared.contentLine($0, of: paragraph) }
  }
}

extension PreparedText {
  /// Whether a stretch of a line says what it shows: letters of ASCII, digits and signs that mean
  /// nothing in Markdown. Most cells of tables are so.
  func isPlain(_ range: Range<Int>) -> Bool {
    var last: UInt8 = 0
    for index in range {
      let byte = text.bytes[index]
      guard byte.isASCIILetterOrDigit || isPlainSign(byte) || byte != last && isPlainAlone(byte)
      else { return false }
      last = byte
    }
    return true
  }

  /// A line of a paragraph without the marks of the blocks around it, its indent and its end.
  func contentLine(_ number: Int, of block: CMarkNode) -> Range<Int> {
    let bytes = text.bytes
    var start = text.map.start(ofLine: number)
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    if number == block.startLine {
      start = min(start + block.startColumn - 1, end)
    } else {
      // A line that goes on with a paragraph cannot start with `>` for any other reason.
      while start < end, bytes[start].isASCIIBlank || bytes[start] == UInt8(ascii: ">") {
        start += 1
      }
    }
    return start..<end
  }
}

private func isPlainSign(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "%"), UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: "("),
    UInt8(ascii: ")"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "$"):
    true
  default: false
  }
}

/// Two blanks break a line, two hyphens are a dash, three dots an ellipsis.
private func isPlainAlone(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
}

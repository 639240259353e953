/// The quotations and list items around a block, as each of its lines has to repeat them.
///
/// libcmark takes a line without their marks for one more line of a paragraph inside them. The line
/// after a table is no such line.
struct BlockContainers {
  private enum Container {
    case quotation
    /// As many columns of blanks.
    case item(indent: Int)
  }

  private var containers: [Container] = []

  /// nil where there are more than a page may have.
  init?(around block: CMarkNode, in text: MappedText, depth: Int) {
    var nodes: [CMarkNode] = []
    var parent = block.parent
    while let node = parent {
      guard nodes.count <= depth else { return nil }
      if node.kind == .blockQuote || node.kind == .item { nodes.append(node) }
      parent = node.parent
    }
    for node in nodes.reversed() {
      if node.kind == .blockQuote {
        containers.append(.quotation)
      } else {
        var line = LineStart(text, line: node.startLine)
        for outer in containers { _ = BlockContainers.pass(outer, in: &line, opening: true) }
        containers.append(.item(indent: line.itemIndent))
      }
    }
  }

  var isEmpty: Bool { containers.isEmpty }

  /// How many of them, from the outermost, a line repeats; nil for all.
  func countRepeated(_ text: MappedText, line number: Int) -> Int? {
    var line = LineStart(text, line: number)
    return containers.firstIndex { !BlockContainers.pass($0, in: &line, opening: false) }
  }

  /// What a line of the first so many of them starts with.
  func marks(ofFirst count: Int) -> [UInt8] {
    containers.prefix(count).flatMap { container -> [UInt8] in
      switch container {
      case .quotation: [UInt8(ascii: ">"), 0x20]
      case .item(let indent): Array(repeating: 0x20, count: indent)
      }
    }
  }

  /// Goes behind the mark or the indent of one container; false where the line has none. The line
  /// that opens an item has its mark where others have blanks.
  private static func pass(
    _ container: Container, in line: inout LineStart, opening: Bool
  ) -> Bool {
    switch container {
    case .quotation: return line.skipQuotationMark()
    case .item(let indent):
      guard opening || line.blanks >= indent else { return false }
      line.skip(indent)
      return true
    }
  }
}

/// The blanks and marks that a line starts with and the byte after them, one byte a column.
private struct LineStart {
  private var columns: ArraySlice<UInt8>
  /// No hundred marks take more, and a line of a million hyphens is read once for each table under
  /// it.
  private static let longest = 2_000

  init(_ text: MappedText, line: Int) {
    var columns: [UInt8] = []
    for byte in text.bytes[text.map.start(ofLine: line)...] {
      guard byte != UInt8(ascii: "\n"), columns.count < LineStart.longest else { break }
      if byte == 0x09 {
        columns += Array(repeating: 0x20, count: 4 - columns.count % 4)
      } else {
        columns.append(byte)
        guard LineStart.isMark(byte) else { break }
      }
    }
    self.columns = columns[...]
  }

  var blanks: Int { columns.prefix { $0 == 0x20 }.count }

  mutating func skip(_ count: Int) { columns = columns.dropFirst(count) }

  mutating func skipQuotationMark() -> Bool {
    let indent = blanks
    guard indent <= 3, columns.dropFirst(indent).first == UInt8(ascii: ">") else { return false }
    skip(indent + 1)
    if columns.first == 0x20 { skip(1) }
    return true
  }

  /// The columns of an item's mark with the blanks around it: `  1.  a` → 6.
  ///
  /// Five blanks or more behind the mark are one and the indent of code.
  var itemIndent: Int {
    let rest = columns.dropFirst(blanks)
    let digits = rest.prefix { $0.isASCIIDigit }.count
    let behind = rest.dropFirst(digits + 1)
    let gap = behind.prefix { $0 == 0x20 }.count
    let isCounted = (1...4).contains(gap) && gap < behind.count
    return blanks + digits + 1 + (isCounted ? gap : 1)
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"),
      UInt8(ascii: "."), UInt8(ascii: ")"):
      true
    default: byte.isASCIIDigit
    }
  }
}

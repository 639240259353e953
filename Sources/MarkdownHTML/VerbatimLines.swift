/// Follows, line by line, which fenced code or comment is open, through the lists around it.
struct VerbatimLines {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var open: Stretch?
  /// The columns at which the contents of the open list items start, the outermost first.
  private var items: [Int] = []

  private struct Stretch {
    var ending: Ending
    /// Where the contents of the list item start that it stands in; 0 outside of lists.
    var column: Int
  }

  private enum Ending {
    case fence(UInt8, count: Int)
    case comment
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Whether a line belongs to code or a comment that a line before it opened; `text` is the line behind
  /// its indent.
  mutating func holds(_ text: Range<Int>, indent: Int) -> Bool {
    guard let stretch = open else { return false }
    if text.isEmpty { return true }
    if indent < stretch.column {
      // The list item has ended, and with it what stood in it.
      open = nil
      return false
    }
    if ends(stretch, text, indent: indent) { open = nil }
    return true
  }

  /// Reads a line outside of code and comments, which may open some.
  mutating func read(_ text: Range<Int>, indent: Int) {
    if text.isEmpty { return }
    while let column = items.last, column > indent { items.removeLast() }
    var start = text.lowerBound
    var column = indent
    while column < outer + 4, openItem(&start, &column, to: text.upperBound) {}
    // Further in it is indented code, or goes on with a paragraph.
    guard start < text.upperBound, column < outer + 4,
      let ending = opening(start..<text.upperBound)
    else { return }
    open = Stretch(ending: ending, column: outer)
  }

  private var outer: Int { items.last ?? 0 }

  /// Steps over the mark of a list item to where its contents start; false where no more can follow.
  private mutating func openItem(_ start: inout Int, _ column: inout Int, to end: Int) -> Bool {
    guard let mark = markLength(at: start, to: end) else { return false }
    start += mark
    column += mark
    var next = start
    var contents = column
    while next < end, bytes[next].isASCIIBlank {
      contents += bytes[next] == 0x09 ? 4 - contents % 4 : 1
      next += 1
    }
    // Code or nothing behind the mark: the contents start one column behind it.
    guard next < end, contents - column <= 4 else {
      items.append(column + 1)
      start = end
      return false
    }
    (start, column) = (next, contents)
    items.append(contents)
    return true
  }

  /// The length of `-`, `*`, `+`, `1.` or `1)` before a blank or the line's end.
  private func markLength(at start: Int, to end: Int) -> Int? {
    guard start < end else { return nil }
    var after = start
    switch bytes[start] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): break
    default:
      while after < end, after < start + 9, bytes[after].isASCIIDigit { after += 1 }
      guard after > start, after < end,
        bytes[after] == UInt8(ascii: ".") || bytes[after] == UInt8(ascii: ")")
      else { return nil }
    }
    after += 1
    return after == end || bytes[after].isASCIIBlank ? after - start : nil
  }

  /// What a line opens that it does not close.
  private func opening(_ text: Range<Int>) -> Ending? {
    if bytes.has("<!--", at: text.lowerBound) { return closesComment(text) ? nil : .comment }
    let byte = bytes[text.lowerBound]
    guard byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") else { return nil }
    let count = run(of: byte, text)
    // Backticks that end in their line are code in a text.
    let isInText = byte == UInt8(ascii: "`") && bytes[text.dropFirst(count)].contains(byte)
    return count < 3 || isInText ? nil : .fence(byte, count: count)
  }

  private func ends(_ stretch: Stretch, _ text: Range<Int>, indent: Int) -> Bool {
    switch stretch.ending {
    case .comment: return closesComment(text)
    case .fence(let byte, let count):
      let length = run(of: byte, text)
      return indent < stretch.column + 4 && length >= count
        && bytes[text.dropFirst(length)].allSatisfy(\.isASCIIBlank)
    }
  }

  private func closesComment(_ text: Range<Int>) -> Bool {
    text.contains { bytes.has("-->", at: $0) }
  }

  private func run(of byte: UInt8, _ text: Range<Int>) -> Int {
    text.prefix { bytes[$0] == byte }.count
  }
}

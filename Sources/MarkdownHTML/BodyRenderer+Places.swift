internal import Basics

/// Where nodes stand in the source.
extension BodyRenderer {
  /// The rest of the line on which a block starts.
  func range(ofBlock node: CMarkNode) -> Range<Int> {
    let made = text.map.start(ofLine: node.startLine) + max(0, node.startColumn - 1)
    let start = min(text.map.source(made), findings.source.bytes.count)
    return start..<endOfLine(start)
  }

  /// An inline from its first byte to the bracket that closes its text, or its line's end.
  func range(ofInline node: CMarkNode) -> Range<Int> {
    let start = min(start(ofInline: node), findings.source.bytes.count)
    let end = endOfLine(start)
    guard node.kind == .link || node.kind == .image else {
      return start..<max(start, min(end, start + node.literal.count))
    }
    let bytes = findings.source.bytes
    var index = start
    while index < end, bytes[index] != UInt8(ascii: "]"), bytes[index] != UInt8(ascii: ">") {
      index += 1
    }
    return start..<min(end, index + 1)
  }

  /// The destination of a link where it stands in the text, else the link.
  func range(ofDestination address: [UInt8], in node: CMarkNode) -> Range<Int> {
    guard !address.isEmpty else { return range(ofInline: node) }
    let bytes = findings.source.bytes
    var index = min(start(ofInline: node), bytes.count)
    let limit = min(bytes.count, index + 1000)
    while index + address.count <= limit {
      if bytes[index] == address[0], startsDestination(at: index),
        bytes[index..<index + address.count].elementsEqual(address)
      {
        return index..<index + address.count
      }
      index += 1
    }
    return range(ofInline: node)
  }

  /// After `](` or `<`.
  private func startsDestination(at index: Int) -> Bool {
    let bytes = findings.source.bytes
    guard index > 0 else { return false }
    return bytes[index - 1] == UInt8(ascii: "<")
      || index > 1 && bytes[index - 1] == UInt8(ascii: "(") && bytes[index - 2] == UInt8(ascii: "]")
  }

  /// libcmark counts an inline's column from its block's first column, the indents of later lines
  /// left out; lines of link definitions before the text are not counted at all.
  private func start(ofInline node: CMarkNode) -> Int {
    guard let block else { return text.map.source(text.map.start(ofLine: node.startLine)) }
    let column = node.startColumn - block.startColumn
    var line = text.map.start(ofLine: node.startLine)
    if node.startLine == block.startLine {
      line = line + block.startColumn - 1
    } else {
      line = afterIndent(line)
    }
    let found = text.map.source(line + max(0, column))
    if opensInline(at: found) { return found }
    return search(from: text.map.source(text.map.start(ofLine: block.startLine)), for: node)
      ?? found
  }

  /// The first link after an offset whose destination starts as the node's does.
  private func search(from start: Int, for node: CMarkNode) -> Int? {
    let bytes = findings.source.bytes
    let address = restored(node.url)
    let limit = min(bytes.count, start + 4000) - address.count
    guard !address.isEmpty, start < limit else { return nil }
    for index in start..<limit where bytes[index] == address[0] && startsDestination(at: index) {
      guard bytes[index..<index + address.count].elementsEqual(address) else { continue }
      return bytes[..<index].lastIndex(of: UInt8(ascii: "["))
    }
    return nil
  }

  private func opensInline(at offset: Int) -> Bool {
    guard offset < findings.source.bytes.count else { return false }
    let byte = findings.source.bytes[offset]
    return byte == UInt8(ascii: "[") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "<")
  }

  private func afterIndent(_ start: Int) -> Int {
    let bytes = text.bytes
    var index = start
    while index < bytes.count,
      bytes[index] == 0x20 || bytes[index] == 0x09
        || bytes[index] == UInt8(ascii: ">")
    {
      index += 1
    }
    return index
  }

  /// The end of the line, or a screen's width on: more is not shown, and a file may be one line.
  func endOfLine(_ offset: Int) -> Int {
    let bytes = findings.source.bytes
    let limit = min(bytes.count, offset + 200)
    var end = min(offset, bytes.count)
    while end < limit, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") {
      end += 1
    }
    return end
  }
}

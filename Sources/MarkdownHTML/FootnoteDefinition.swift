/// `[^label]: text` with the lines that belong to it.
struct FootnoteDefinition {
  var label: String
  /// The bytes of the source from the label's bracket to the last line's end.
  var range: Range<Int>
  /// The bytes of each line that are the footnote's own Markdown, without the line's end.
  var lines: [Range<Int>]
}

/// Finds the footnote definitions that start a line, outside fenced code and comments.
struct FootnoteScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  let bounds: Range<Int>

  private var definitions: [FootnoteDefinition] = []
  private var verbatim: VerbatimLines
  /// Whether the definition read last may go on in the next line.
  private var isOpen = false
  /// Whether a blank line came after its last line; then only indented lines go on.
  private var isAfterBlank = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ bounds: Range<Int>) {
    self.bytes = bytes
    self.bounds = bounds
    verbatim = VerbatimLines(bytes)
  }

  mutating func scan() -> [FootnoteDefinition] {
    var start = bounds.lowerBound
    while start < bounds.upperBound {
      var end = start
      while end < bounds.upperBound, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      read(start..<end)
      start = end + (bytes.has("\r\n", at: end) ? 2 : 1)
    }
    return definitions
  }

  private mutating func read(_ line: Range<Int>) {
    var indent = 0
    var start = line.lowerBound
    while start < line.upperBound, bytes[start] == 0x20 || bytes[start] == 0x09 {
      indent += bytes[start] == 0x20 ? 1 : 4 - indent % 4
      start += 1
    }
    let text = start..<line.upperBound
    if verbatim.holds(text, indent: indent) { return }
    if indent < 4, let definition = definition(in: text) {
      definitions.append(definition)
      isOpen = true
      isAfterBlank = false
    } else if isOpen, continues(line, indent: indent, text) {
      return
    } else {
      verbatim.read(text, indent: indent)
    }
  }

  /// Adds a line to the open definition, or closes it.
  private mutating func continues(_ line: Range<Int>, indent: Int, _ text: Range<Int>) -> Bool {
    if text.isEmpty {
      isAfterBlank = true
      return true
    }
    guard indent >= 4 || goesOnLazily(text), var last = definitions.popLast()
    else {
      isOpen = false
      return false
    }
    if isAfterBlank { last.lines.append(text.lowerBound..<text.lowerBound) }
    last.lines.append(withoutIndent(line))
    last.range = last.range.lowerBound..<line.upperBound
    definitions.append(last)
    isAfterBlank = false
    return true
  }

  /// `[^a]: text` → label `a`, with `text` as its first line.
  private func definition(in text: Range<Int>) -> FootnoteDefinition? {
    guard let label = footnoteLabel(in: bytes, at: text.lowerBound, to: text.upperBound),
      label.upperBound + 1 < text.upperBound, bytes[label.upperBound + 1] == UInt8(ascii: ":")
    else { return nil }
    var start = label.upperBound + 2
    while start < text.upperBound, bytes[start].isASCIIBlank { start += 1 }
    return FootnoteDefinition(
      label: footnoteName(bytes, label), range: text, lines: [start..<text.upperBound])
  }

  private func withoutIndent(_ line: Range<Int>) -> Range<Int> {
    var start = line.lowerBound
    while start < line.upperBound, start < line.lowerBound + 4, bytes[start] == 0x20 { start += 1 }
    let isTab = start < line.lowerBound + 4 && start < line.upperBound && bytes[start] == 0x09
    return (isTab ? start + 1 : start)..<line.upperBound
  }

  /// Whether a line without an indent goes on with a paragraph of the definition.
  private func goesOnLazily(_ text: Range<Int>) -> Bool {
    guard !isAfterBlank, !startsBlock(text), let last = definitions.last?.lines.last else {
      return false
    }
    let afterIndent = bytes[last].drop(while: \.isASCIIBlank)
    return !afterIndent.starts(with: "```".utf8) && !afterIndent.starts(with: "~~~".utf8)
  }

  private func startsBlock(_ text: Range<Int>) -> Bool {
    switch bytes[text.lowerBound] {
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "`"), UInt8(ascii: "~"),
      UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "|"),
      UInt8(ascii: "<"):
      true
    case let byte:
      byte.isASCIIDigit
    }
  }
}

/// The bytes of the label of a `[^label]` at an offset; without blanks and brackets.
func footnoteLabel(
  in bytes: UnsafeBufferPointer<UInt8>, at start: Int, to bound: Int
) -> Range<Int>? {
  guard bytes.has("[^", at: start) else { return nil }
  let limit = min(bound, start + 102)
  var end = start + 2
  while end < limit, bytes[end] != UInt8(ascii: "]") {
    if bytes[end].isASCIIBlank || bytes[end] == UInt8(ascii: "[") { return nil }
    end += 1
  }
  return end < limit && end > start + 2 ? start + 2..<end : nil
}

/// A label as it is compared: without regard to case.
func footnoteName(_ bytes: UnsafeBufferPointer<UInt8>, _ label: Range<Int>) -> String {
  String(decoding: bytes[label], as: UTF8.self).lowercased()
}

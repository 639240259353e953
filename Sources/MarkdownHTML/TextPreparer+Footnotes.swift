internal import Basics

extension TextPreparer {
  /// Writes a definition as a block quotation, which keeps whatever it opens to itself.
  mutating func quote(_ definition: FootnoteDefinition) {
    for line in definition.lines {
      result.text.append("> ".utf8, from: line.lowerBound)
      read(line)
      result.text.endLine()
    }
    result.text.endLine()
  }

  mutating func readBracket(at index: Int, in range: Range<Int>) -> Int {
    guard let label = footnoteLabel(in: input, at: index, to: range.upperBound) else {
      return readLabelWithBlanks(at: index, to: range.upperBound)
    }
    let definitions = footnotes ?? findFootnotes()
    if nextFootnote < definitions.count, definitions[nextFootnote].range.lowerBound == index,
      range == body
    {
      let definition = definitions[nextFootnote]
      nextFootnote += 1
      copy(upTo: index)
      leaveOut(upTo: definition.range.upperBound)
      return definition.range.upperBound
    }
    return readFootnoteMark(label, at: index)
  }

  /// `[^two words]` names no footnote, and `[^two words]: text` must not vanish as the address of a link.
  private mutating func readLabelWithBlanks(at index: Int, to bound: Int) -> Int {
    let start = index + 2
    let limit = min(bound, start + 100)
    guard input.has("[^", at: index), start < limit, !input[start].isASCIIBlank else {
      return index + 1
    }
    let end = input[start..<limit].firstIndex { "[]{`\\*\n\r".utf8.contains($0) }
    guard let end, input[end] == UInt8(ascii: "]"), end > start else { return index + 1 }
    return readFootnoteMark(start..<end, at: index)
  }

  private mutating func readFootnoteMark(_ label: Range<Int>, at index: Int) -> Int {
    let whole = index..<label.upperBound + 1
    if let number = footnoteNumbers[footnoteName(input, label)] {
      return place(.footnote(number), for: whole)
    }
    // `[^a](b)` and `[^a][b]` are links, whatever their text looks like.
    let follower = whole.upperBound < body.upperBound ? input[whole.upperBound] : 0
    if follower == UInt8(ascii: "(") || follower == UInt8(ascii: "[") { return index + 1 }
    return place(.unknownFootnote, for: whole)
  }

  private mutating func findFootnotes() -> [FootnoteDefinition] {
    var scanner = FootnoteScanner(input, body)
    let found = scanner.scan()
    footnotes = found
    for (number, definition) in found.enumerated() {
      if footnoteNumbers[definition.label] == nil {
        footnoteNumbers[definition.label] = number
      } else {
        findings.add(
          MarkdownCodes.footnoteTwice, "the footnote `\(definition.label)` is already defined",
          at: definition.range, fix: "rename one of them")
      }
    }
    return found
  }
}

extension TextPreparer {
  mutating func readBraces(at index: Int, in range: Range<Int>) -> Int {
    guard input.has("{{", at: index), index + 1 < range.upperBound else { return index + 1 }
    guard let end = endOfValue(from: index + 2, to: range.upperBound) else {
      return place(.openBraces, for: index..<index + 2)
    }
    return place(.value, for: index..<end)
  }

  /// The offset after the `}}` that closes an expression on this line, quoted texts skipped.
  ///
  /// Backticks, another `{{` and great length mean that no expression was meant; the last also
  /// bounds the search.
  private func endOfValue(from start: Int, to bound: Int) -> Int? {
    let limit = min(bound, start + 1000)
    var quote: UInt8?
    var index = start
    while index < limit {
      let byte = input[index]
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { return nil }
      if let open = quote {
        if byte == UInt8(ascii: "\\") { index += 1 } else if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "`") || input.has("{{", at: index) {
        return nil
      } else if index + 1 < limit, input.has("}}", at: index) {
        return index + 2
      }
      index += 1
    }
    return nil
  }

  mutating func readBackslash(at index: Int, in range: Range<Int>) -> Int {
    guard index + 1 < range.upperBound else { return index + 1 }
    if index + 2 < range.upperBound, input.has("{{", at: index + 1) {
      return place(.escaped("{{"), for: index..<index + 3)
    }
    let next = input[index + 1]
    if next == UInt8(ascii: "~") { return place(.escaped("~"), for: index..<index + 2) }
    let isEscaped = next == UInt8(ascii: "\\") || next == UInt8(ascii: "[")
    return index + (isEscaped ? 2 : 1)
  }
}

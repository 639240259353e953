/// Reads the YAML that front matter mostly is, without a parser's cost: lines of `key: value` where
/// the value is a plain or quoted text or a list in brackets, all in ASCII.
///
/// Gives the same values and places as ``readYAML(_:)`` does, or nil for anything that it does not
/// read: escapes, comments, blocks, several lines, a key written twice.
struct SimpleYAML {
  private let yaml: [UInt8]
  private let origin: YAMLOrigin
  private var position = 0
  private var line = 1

  init(_ yaml: [UInt8], _ origin: YAMLOrigin) {
    self.yaml = yaml
    self.origin = origin
  }

  mutating func read() -> YAMLValue? {
    guard !yaml.isEmpty, yaml.count <= 4096, yaml.last == newline else { return nil }
    var entries: [YAMLEntry] = []
    while position < yaml.count {
      guard let entry = readLine(), !entries.contains(where: { $0.key == entry.key }) else {
        return nil
      }
      entries.append(entry)
      line += 1
    }
    return YAMLValue(.map(entries), at: place(column: 0, length: 1))
      .at(line: origin.line)
  }

  /// Moves past a line.
  private mutating func readLine() -> YAMLEntry? {
    let start = position
    guard let end = yaml[start...].firstIndex(of: newline) else { return nil }
    var cut = start
    while cut < end, isKeyByte(yaml[cut]) { cut += 1 }
    // `key: ` and at least one byte of a value.
    guard cut > start, isLetter(yaml[start]), cut + 2 < end, yaml[cut] == UInt8(ascii: ":"),
      yaml[cut + 1] == space, let value = readValue(cut + 2..<end, from: start)
    else { return nil }
    position = end + 1
    return YAMLEntry(
      key: text(start..<cut), keyPlace: place(column: 0, length: cut - start), value: value)
  }

  private func readValue(_ range: Range<Int>, from start: Int) -> YAMLValue? {
    let column = range.lowerBound - start
    switch yaml[range.lowerBound] {
    case UInt8(ascii: "\""):
      guard range.count >= 2, yaml[range.upperBound - 1] == UInt8(ascii: "\"") else { return nil }
      let inner = range.lowerBound + 1..<range.upperBound - 1
      guard yaml[inner].allSatisfy(isQuotable) else { return nil }
      return YAMLValue(
        .scalar(text(inner), isQuoted: true), at: place(column: column, length: range.count))
    case UInt8(ascii: "["):
      return readList(range, from: start)
    default:
      guard isPlain(range) else { return nil }
      return YAMLValue(
        .scalar(text(range), isQuoted: false), at: place(column: column, length: range.count))
    }
  }

  /// `[a, b]`, each of letters, digits and few other marks.
  private func readList(_ range: Range<Int>, from start: Int) -> YAMLValue? {
    guard yaml[range.upperBound - 1] == UInt8(ascii: "]") else { return nil }
    var values: [YAMLValue] = []
    var index = range.lowerBound + 1
    let end = range.upperBound - 1
    while index < end {
      let first = index
      while index < end, isItemByte(yaml[index]) { index += 1 }
      guard index > first, isLetterOrDigit(yaml[first]) else { return nil }
      values.append(
        YAMLValue(
          .scalar(text(first..<index), isQuoted: false),
          at: place(column: first - start, length: index - first)))
      if index == end { break }
      guard yaml[index] == UInt8(ascii: ",") else { return nil }
      index += 1
      while index < end, yaml[index] == space { index += 1 }
      if index == end { return nil }
    }
    return YAMLValue(.list(values), at: place(column: range.lowerBound - start, length: 1))
  }

  /// Whether a value without quotes is a text that goes to the end of the line.
  private func isPlain(_ range: Range<Int>) -> Bool {
    guard isLetterOrDigit(yaml[range.lowerBound]), yaml[range.upperBound - 1] != space else {
      return false
    }
    for index in range {
      switch yaml[index] {
      case UInt8(ascii: ":"):
        if index + 1 == range.upperBound || yaml[index + 1] == space { return false }
      case UInt8(ascii: "#"):
        if yaml[index - 1] == space { return false }
      case 0x20...0x7E: continue
      default: return false
      }
    }
    return true
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: yaml[range], as: UTF8.self) }

  private func place(column: Int, length: Int) -> YAMLPlace {
    YAMLPlace(
      line: line + origin.line - 1, column: column + 1 + origin.columnsLeftOut, length: length)
  }
}

private let newline = UInt8(ascii: "\n")
private let space = UInt8(ascii: " ")

private func isLetter(_ byte: UInt8) -> Bool {
  (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
}

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  isLetter(byte) || (0x30...0x39).contains(byte)
}

private func isKeyByte(_ byte: UInt8) -> Bool {
  isLetterOrDigit(byte) || byte == UInt8(ascii: "_")
}

private func isItemByte(_ byte: UInt8) -> Bool {
  isLetterOrDigit(byte) || "_./-".utf8.contains(byte)
}

private func isQuotable(_ byte: UInt8) -> Bool {
  (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
}

extension YAMLValue {
  fileprivate func at(line: Int) -> YAMLValue {
    var moved = self
    moved.place.line = line
    return moved
  }
}

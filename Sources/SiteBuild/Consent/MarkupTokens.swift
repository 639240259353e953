/// Goes through markup that this program wrote, or that was copied from `static/`, and tells text, tags
/// and attributes apart. It never fails: what is no markup is text.
struct MarkupTokens {
  enum Token {
    case text(Range<Int>)
    case tag(Range<Int>, Flow)
    case attribute(Attribute)
  }

  /// How what stands before a tag goes on behind it.
  enum Flow {
    /// In the same line.
    case inline
    /// In the next line of the same text.
    case lineBreak
    case block
  }

  struct Attribute {
    enum Role { case link, image, anchor, plain }

    var role: Role
    /// With the blank before it, its name and its quotes.
    var whole: Range<Int>
    var value: Range<Int>
  }

  private let file: [UInt8]
  private var index = 0
  /// Attributes of the tag that was met last.
  private var waiting: [Attribute] = []

  init(_ file: [UInt8]) {
    self.file = file
  }

  mutating func next() -> Token? {
    if !waiting.isEmpty { return .attribute(waiting.removeFirst()) }
    guard index < file.count else { return nil }
    if let end = endOfDeclaration() {
      // A comment is never shown, but it is published.
      defer { index = end }
      return .text(index..<end)
    }
    if file[index] == UInt8(ascii: "<"), isNameStart(index + 1) { return tag() }
    let start = index
    index += 1
    while index < file.count, file[index] != UInt8(ascii: "<") { index += 1 }
    return .text(start..<index)
  }

  /// The end of `<!-- … -->`, `<![CDATA[ … ]]>` or `<!doctype …>` that begins here.
  private func endOfDeclaration() -> Int? {
    guard file[index...].starts(with: "<!".utf8) || file[index...].starts(with: "<?".utf8) else {
      return nil
    }
    let isComment = file[index...].starts(with: "<!--".utf8)
    let isData = file[index...].starts(with: "<![CDATA[".utf8)
    let closing = Array((isComment ? "-->" : isData ? "]]>" : ">").utf8)
    var end = index
    while end < file.count {
      if file[end...].starts(with: closing) { return end + closing.count }
      end += 1
    }
    return file.count
  }

  private func isNameStart(_ place: Int) -> Bool {
    guard place < file.count else { return false }
    let byte = file[place]
    return byte == UInt8(ascii: "/") || (0x61...0x7A).contains(byte | 0x20)
  }

  private mutating func tag() -> Token {
    let start = index
    index += 1
    let nameStart = index
    while index < file.count, !isSpace(file[index]), file[index] != UInt8(ascii: ">"),
      index == nameStart || file[index] != UInt8(ascii: "/")
    {
      index += 1
    }
    let name = String(decoding: file[nameStart..<index], as: UTF8.self).lowercased()
    while index < file.count, file[index] != UInt8(ascii: ">") { attribute(of: name) }
    index = min(index + 1, file.count)
    return .tag(start..<index, MarkupTokens.flow(of: name))
  }

  /// The name of an end begins with `/`.
  private static func flow(of name: String) -> Flow {
    let bare = name.hasPrefix("/") ? String(name.dropFirst()) : name
    return bare == "br" ? .lineBreak : inline.contains(bare) ? .inline : .block
  }

  private mutating func attribute(of element: String) {
    let start = index
    while index < file.count, isSpace(file[index]) || file[index] == UInt8(ascii: "/") {
      index += 1
    }
    let nameStart = index
    while index < file.count, !isSpace(file[index]), file[index] != UInt8(ascii: "="),
      file[index] != UInt8(ascii: ">")
    {
      index += 1
    }
    guard index < file.count, file[index] == UInt8(ascii: "=") else {
      if index == nameStart, index < file.count, file[index] != UInt8(ascii: ">") { index += 1 }
      return
    }
    let name = String(decoding: file[nameStart..<index], as: UTF8.self).lowercased()
    index += 1
    let value = value()
    waiting.append(
      Attribute(
        role: role(of: name, on: element), whole: start..<index, value: value))
  }

  /// The bytes between the quotes; the index then stands behind them.
  private mutating func value() -> Range<Int> {
    guard index < file.count, file[index] == UInt8(ascii: "\"") || file[index] == UInt8(ascii: "'")
    else {
      let start = index
      while index < file.count, !isSpace(file[index]), file[index] != UInt8(ascii: ">") {
        index += 1
      }
      return start..<index
    }
    let quote = file[index]
    let start = index + 1
    index = file[start...].firstIndex(of: quote) ?? file.count
    defer { index = min(index + 1, file.count) }
    return start..<index
  }

  private func role(of name: String, on element: String) -> Attribute.Role {
    switch (name, element) {
    case ("href", "a"), ("href", "area"), ("xlink:href", _), ("cite", _): .link
    case ("src", _), ("srcset", _), ("poster", _): .image
    case ("id", _), ("for", _), ("aria-labelledby", _), ("aria-describedby", _),
      ("popovertarget", _), ("class", _), ("headers", _):
      .anchor
    default: .plain
    }
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// Elements that stand inside a line, so that a name may go on behind them.
  private static let inline: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd",
    "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tspan", "u", "var",
    "wbr",
  ]
}

package import Basics

/// A page as a browser's tokenizer sees it: tags, attributes and text with their places.
///
/// A class whose parts never change: handing a page from rule to rule counts one reference, not four.
package final class BuiltPage: Sendable {
  package enum Syntax: Sendable {
    case html
    /// XML in which everything belongs to a drawing: an SVG file.
    case svg
    /// CSS: one text, without tags.
    case styleSheet
    /// A text no rule reads tags in.
    case plain
  }

  package let syntax: Syntax
  /// The page's own bytes, in UTF-8.
  package let source: SourceText
  package let tokens: [PageToken]
  let attributes: [PageAttribute]

  /// Parses a page. Any bytes are one; files of 2 GiB and more count as empty.
  package convenience init(_ source: SourceText, syntax: Syntax = .html) {
    var memory = PageMemory()
    self.init(source, syntax: syntax, using: &memory)
  }

  /// The same in memory that another page left.
  init(_ source: SourceText, syntax: Syntax, using memory: inout PageMemory) {
    self.source = source
    self.syntax = syntax
    guard syntax == .html || syntax == .svg, source.bytes.count < Int(Int32.max) else {
      (tokens, attributes) = ([], [])
      return
    }
    (tokens, attributes) = source.bytes.withUnsafeBufferPointer { bytes in
      var tokenizer = PageTokenizer(bytes, isXML: syntax == .svg, using: &memory)
      tokenizer.run()
      return (tokenizer.tokens, tokenizer.attributes)
    }
  }

  /// Whether it has ids one can link to.
  var hasPlaces: Bool { syntax == .html || syntax == .svg }

  package func attributes(of token: PageToken) -> ArraySlice<PageAttribute> {
    attributes[token.attributeRange]
  }

  func attribute(_ name: AttributeName, of token: PageToken) -> PageAttribute? {
    guard token.attributeCount > 0 else { return nil }
    for index in token.attributeRange where attributes[index].name == name {
      return attributes[index]
    }
    return nil
  }

  /// `meta`, in lower case.
  package func name(of token: PageToken) -> String {
    String(decoding: source.bytes[token.nameRange].lazy.map(lowercased), as: UTF8.self)
  }

  /// `onclick`, in lower case.
  package func name(of attribute: PageAttribute) -> String {
    String(decoding: source.bytes[attribute.nameRange].lazy.map(lowercased), as: UTF8.self)
  }

  /// From the name to after the closing quote.
  func range(of attribute: PageAttribute) -> Range<Int> {
    let value = attribute.valueRange
    guard !value.isEmpty || value.lowerBound > attribute.nameRange.upperBound else {
      return attribute.nameRange
    }
    let quote = source.bytes[value.lowerBound - 1]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    return attribute.nameRange.lowerBound..<value.upperBound + (isQuoted ? 1 : 0)
  }

  /// The value with its character references resolved.
  func bytes(of attribute: PageAttribute) -> ArraySlice<UInt8> {
    let raw = source.bytes[attribute.valueRange]
    let isPlain = raw.withUnsafeBufferPointer { bytes in
      for byte in bytes where byte == UInt8(ascii: "&") || byte == 0 || byte == 0x0D {
        return false
      }
      return true
    }
    return isPlain ? raw : CharacterReferences.decoded(raw, inAttribute: true)[...]
  }

  package func value(of attribute: PageAttribute) -> String {
    bytes(of: attribute).text
  }

  package func value(_ name: AttributeName, of token: PageToken) -> String? {
    attribute(name, of: token).map(value)
  }

  /// Whether a value is a word, in any case: `http-equiv="Refresh"` is `refresh`.
  func has(_ name: AttributeName, of token: PageToken, equalTo text: StaticString) -> Bool {
    guard let attribute = attribute(name, of: token) else { return false }
    return equals(bytes(of: attribute), text)
  }

  /// Whether one of the words of a value is this: `class="fig wide"` has `fig`.
  func has(_ name: AttributeName, of token: PageToken, word: StaticString) -> Bool {
    firstWord(name, of: token, among: [word]) != nil
  }

  /// The first word of a value that is one of these, which are in lower case.
  func firstWord(
    _ name: AttributeName, of token: PageToken, among words: [StaticString]
  ) -> StaticString? {
    guard let attribute = attribute(name, of: token) else { return nil }
    var rest = bytes(of: attribute)
    while true {
      rest = rest.drop { isSpace($0) || $0 == UInt8(ascii: ",") }
      guard !rest.isEmpty else { return nil }
      let word = rest.prefix { !isSpace($0) && $0 != UInt8(ascii: ",") }
      if let found = words.first(where: { equals(word, $0) }) { return found }
      rest = rest[word.endIndex...]
    }
  }

  /// The bytes between a token and the one after it, as they stand in the file.
  func rawText(after index: Int) -> Range<Int> {
    let start = tokens[index].range.upperBound
    let end = index + 1 < tokens.count ? tokens[index + 1].range.lowerBound : source.bytes.count
    return start..<end
  }
}

/// Whether bytes are a text in lower case, in any case.
func equals(_ bytes: ArraySlice<UInt8>, _ text: StaticString) -> Bool {
  guard bytes.count == text.utf8CodeUnitCount else { return false }
  return bytes.withUnsafeBufferPointer { bytes in
    for index in bytes.indices where lowercased(bytes[index]) != text.utf8Start[index] {
      return false
    }
    return true
  }
}

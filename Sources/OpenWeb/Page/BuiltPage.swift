package import Basics

/// A page as a browser's tokenizer sees it: tags, attributes and text with their places.
package struct BuiltPage: Sendable {
  package enum Syntax: Sendable {
    case html
    /// XML in which everything belongs to a drawing: an SVG file.
    case svg
  }

  /// The page's own bytes, in UTF-8.
  package let source: SourceText
  package let tokens: [PageToken]
  let attributes: [PageAttribute]

  /// Parses a page. Any bytes are one; files of 2 GiB and more count as empty.
  package init(_ source: SourceText, syntax: Syntax = .html) {
    self.source = source
    guard source.bytes.count < Int(Int32.max) else {
      (tokens, attributes) = ([], [])
      return
    }
    (tokens, attributes) = source.bytes.withUnsafeBufferPointer { bytes in
      var tokenizer = PageTokenizer(bytes, isXML: syntax == .svg)
      tokenizer.run()
      return (tokenizer.tokens, tokenizer.attributes)
    }
  }

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

  /// The value with its character references resolved.
  func bytes(of attribute: PageAttribute) -> ArraySlice<UInt8> {
    let raw = source.bytes[attribute.valueRange]
    guard raw.contains(where: { $0 == UInt8(ascii: "&") || $0 == 0 || $0 == 0x0D })
    else { return raw }
    return CharacterReferences.decoded(raw, inAttribute: true)[...]
  }

  package func value(of attribute: PageAttribute) -> String {
    bytes(of: attribute).text
  }

  package func value(_ name: AttributeName, of token: PageToken) -> String? {
    attribute(name, of: token).map(value)
  }

  /// The words of a value, in lower case: `class="fig wide"` → `["fig", "wide"]`.
  func words(_ name: AttributeName, of token: PageToken) -> [String] {
    guard let attribute = attribute(name, of: token) else { return [] }
    return bytes(of: attribute).split(whereSeparator: isSpace).map { $0.text.lowercased() }
  }

  /// The index of the token after an element's content: its end tag, or what follows the page.
  ///
  /// Elements of the same name inside of it are counted.
  package func end(ofElementAt index: Int) -> Int {
    let element = tokens[index].element
    var depth = 1
    for next in tokens.indices.dropFirst(index + 1) where tokens[next].element == element {
      switch tokens[next].kind {
      case .startTag: depth += 1
      case .endTag: depth -= 1
      default: break
      }
      if depth == 0 { return next }
    }
    return tokens.count
  }

  /// The bytes between a token and the one after it, as they stand in the file.
  func rawText(after index: Int) -> Range<Int> {
    let start = tokens[index].range.upperBound
    let end = index + 1 < tokens.count ? tokens[index + 1].range.lowerBound : source.bytes.count
    return start..<end
  }

  /// What a reader sees between two tokens, comments left out.
  package func text(of tokens: Range<Int>) -> String {
    var bytes: [UInt8] = []
    for index in tokens {
      if self.tokens[index].kind == .characterData {
        bytes += source.bytes[self.tokens[index].range].dropFirst(9).dropLast(3)
      }
      bytes += CharacterReferences.decoded(
        source.bytes[rawText(after: index)], inAttribute: false)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

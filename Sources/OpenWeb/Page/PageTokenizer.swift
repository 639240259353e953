#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Cuts the bytes of a page into tags, comments and text as the HTML standard says (13.2.5).
///
/// One pass over the bytes, no recursion, no input refused. What the standard leaves to the tree
/// builder is done as far as it changes where tags begin: raw text, and SVG and MathML.
struct PageTokenizer {
  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0
  private(set) var tokens: [PageToken]
  var attributes: [PageAttribute]
  var seenNames = SeenNames()
  private var foreign: ForeignContent

  private static let elements = NameTable<ElementName>(unknown: .other)
  private let elements = PageTokenizer.elements

  init(_ bytes: UnsafeBufferPointer<UInt8>, isXML: Bool, using memory: inout PageMemory) {
    self.bytes = bytes
    foreign = ForeignContent(isXML: isXML)
    (tokens, attributes) = (memory.tokens, memory.attributes)
    // Nobody else holds them then, and they are emptied where they are.
    memory = PageMemory()
    tokens.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    tokens.reserveCapacity(bytes.count / 16 + 8)
    attributes.reserveCapacity(bytes.count / 24 + 8)
  }

  /// Reads all of the bytes.
  mutating func run() {
    while let open = find(UInt8(ascii: "<"), from: position) {
      readMarkup(at: open)
    }
    position = bytes.count
  }

  private mutating func readMarkup(at open: Int) {
    let next = byte(at: open + 1)
    if isLetter(next) {
      readStartTag(at: open)
    } else if next == UInt8(ascii: "/") {
      readEndTag(at: open)
    } else if next == UInt8(ascii: "!") {
      readDeclaration(at: open)
    } else if next == UInt8(ascii: "?") {
      readBogusComment(at: open, content: open + 1)
    } else {
      position = open + 1
    }
  }

  private mutating func readStartTag(at open: Int) {
    let name = readName(from: open + 1)
    let first = attributes.count
    // A tag the bytes end in does not count.
    guard let isSelfClosing = readAttributes() else { return dropAttributes(from: first) }
    var token = PageToken(
      kind: .startTag, element: elements.name(withHash: name.hash),
      isSelfClosing: isSelfClosing, start: Int32(open), end: Int32(position),
      nameEnd: Int32(name.end), firstAttribute: Int32(first),
      attributeCount: Int32(attributes.count - first))
    token.isForeign = foreign.start(foreignTag(token, nameHash: name.hash))
    if token.element == .image, !token.isForeign { token.element = .img }
    tokens.append(token)
    if !token.isForeign { readRawText(of: token) }
  }

  private mutating func readEndTag(at open: Int) {
    let next = byte(at: open + 2)
    if next == UInt8(ascii: ">") {
      position = open + 3
    } else if open + 2 >= bytes.count {
      position = bytes.count
    } else if !isLetter(next) {
      readBogusComment(at: open, content: open + 2)
    } else {
      let name = readName(from: open + 2)
      let first = attributes.count
      let isSelfClosing = readAttributes()
      dropAttributes(from: first)
      guard let isSelfClosing else { return }
      let element = elements.name(withHash: name.hash)
      foreign.end(element, nameHash: name.hash)
      tokens.append(
        PageToken(
          kind: .endTag, element: element, isSelfClosing: isSelfClosing, start: Int32(open),
          end: Int32(position), nameEnd: Int32(name.end), firstAttribute: Int32(first),
          attributeCount: 0))
    }
  }

  private mutating func dropAttributes(from first: Int) {
    attributes.removeLast(attributes.count - first)
  }

  /// Moves past a tag's name.
  private mutating func readName(from start: Int) -> (end: Int, hash: UInt64) {
    var hash = NameHash.start
    var end = start
    while end < bytes.count {
      let byte = bytes[end]
      if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || isSpace(byte) { break }
      // In XML a prefix says nothing about what an element is.
      hash =
        byte == UInt8(ascii: ":") && foreign.isXML
        ? NameHash.start : NameHash.adding(byte, to: hash)
      end += 1
    }
    position = end
    return (end, hash)
  }

  private func foreignTag(_ token: PageToken, nameHash: UInt64) -> ForeignContent.Tag {
    var tag = ForeignContent.Tag(
      element: token.element, nameHash: nameHash, isSelfClosing: token.isSelfClosing)
    if token.element == .font {
      tag.isStyledFont = attributes[token.attributeRange].contains {
        $0.name == .color || $0.name == .face || $0.name == .size
      }
    } else if token.element == .annotationXML {
      tag.holdsHTML = attributes[token.attributeRange].contains {
        $0.name == .encoding && isHTMLType($0.valueRange)
      }
    }
    return tag
  }

  private func isHTMLType(_ range: Range<Int>) -> Bool {
    let value = String(decoding: bytes[range], as: UTF8.self).lowercased()
    return value == "text/html" || value == "application/xhtml+xml"
  }

  mutating func append(_ kind: PageToken.Kind, from start: Int, to end: Int) {
    tokens.append(
      PageToken(
        kind: kind, element: .other, isSelfClosing: false, start: Int32(start),
        end: Int32(end), nameEnd: Int32(start), firstAttribute: Int32(attributes.count),
        attributeCount: 0))
    position = end
  }

  var takesXML: Bool { foreign.isXML }

  /// Whether `<![CDATA[` starts character data here.
  var takesCharacterData: Bool { foreign.isForeign }

  /// The byte there, or 0 past the end.
  func byte(at index: Int) -> UInt8 {
    index < bytes.count ? bytes[index] : 0
  }

  func find(_ byte: UInt8, from start: Int) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Whether an ASCII text in lower case stands there, in any case.
  func has(_ text: StaticString, at start: Int) -> Bool {
    guard start + text.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount
    where lowercased(bytes[start + offset]) != text.utf8Start[offset] {
      return false
    }
    return true
  }
}

internal import Basics

/// How a value is written in the place where its `{{ }}` stands.
enum Escaper: Int32, Sendable {
  /// HTML text: markup as it is, all else escaped.
  case text
  /// A quoted attribute: all escaped, markup refused.
  case attribute
  /// No escaping: plain-text templates.
  case plain
  /// The start of an address: the scheme is tested.
  case addressStart
  /// The path of an address, or its host.
  case addressPath
  /// The query or fragment of an address: everything but letters and digits is percent-encoded.
  case addressQuery
  /// A file of this site and nothing else.
  case asset
  /// A CSS value.
  case style
  /// JSON inside a script element.
  case json
}

extension Workspace {
  /// Writes a value for its place.
  @inline(never)
  mutating func emit(_ value: Value, _ escaper: Escaper) throws(Fault) {
    if value.isMissing {
      if printsMissing { return }
      throw missing(value)
    }
    switch escaper {
    case .text: try emitText(value)
    case .attribute: try emitAttribute(value)
    case .plain: try append(value)
    case .addressStart: try emitAddressStart(value)
    case .addressPath: try emitAddressPath(value)
    case .addressQuery: appendPercentEncoded(try printed(value).bytes)
    case .asset: try emitAsset(value)
    case .style: try emitStyle(value)
    case .json: try emitJSON(value)
    }
  }

  private mutating func emitText(_ value: Value) throws(Fault) {
    if value.tag == .json { return appendJSON(value.bytes) }
    try appendEscaped(value)
  }

  private mutating func emitAttribute(_ value: Value) throws(Fault) {
    guard value.tag != .html else {
      throw Fault(
        "markup cannot stand in an attribute", code: TemplatingCodes.context,
        fix: "give the attribute plain text: `|striptags`")
    }
    try appendEscaped(value)
  }

  private mutating func emitAddressStart(_ value: Value) throws(Fault) {
    let text = try printed(value)
    guard value.tag == .url || value.tag == .asset || URLScheme.isAllowed(text.bytes) else {
      throw Fault(
        "the address `\(text.string.prefix(60))` has a scheme that is not allowed",
        code: TemplatingCodes.address, fix: "use http, https, mailto, tel or a relative address")
    }
    appendAddress(text.bytes)
  }

  /// Behind `/` or a scheme: what a value may be depends on whether the host is complete.
  private mutating func emitAddressPath(_ value: Value) throws(Fault) {
    let text = try printed(value)
    switch AddressPosition(after: openAddress) {
    case .path: appendAddress(text.bytes)
    case .host: appendPercentEncoded(text.bytes)
    case .mailbox: appendPercentEncoded(text.bytes, keeping: UInt8(ascii: "@"))
    // With nothing between them, this slash and a later one would begin a host.
    case .root where text.bytes.isEmpty: output.append("./")
    case .root where text.bytes.first != UInt8(ascii: "/"): appendAddress(text.bytes)
    case .root, .foreign:
      let address = String(decoding: openAddress, as: UTF8.self) + text.string
      throw Fault(
        "the address `\(address.prefix(60))` leads to another site",
        code: TemplatingCodes.address, fix: "begin it with one `/`, or with a whole scheme")
    }
  }

  /// What is written of the address, from the quote before it on; no value can write one.
  private var openAddress: UnsafeBufferPointer<UInt8> {
    let bytes = output.bytes
    let quote = bytes.lastIndex { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
    return UnsafeBufferPointer(rebasing: bytes[(quote.map { $0 + 1 } ?? 0)...])
  }

  private mutating func emitAsset(_ value: Value) throws(Fault) {
    guard value.tag == .asset else {
      throw Fault(
        "only a file of this site may stand here, not a \(value.kindName)",
        code: TemplatingCodes.address)
    }
    output.append(value.bytes)
  }

  private mutating func emitStyle(_ value: Value) throws(Fault) {
    guard value.tag == .style || value.tag == .integer || value.tag == .number else {
      throw Fault(
        "a \(value.kindName) cannot stand in a style", code: TemplatingCodes.context,
        fix: "use a number, or a style value of the page's model")
    }
    try append(value)
  }

  private mutating func emitJSON(_ value: Value) throws(Fault) {
    guard value.tag == .json else {
      throw Fault(
        "only JSON may stand in a script", code: TemplatingCodes.context, fix: "write `|tojson`")
    }
    appendJSON(value.bytes)
  }

  /// JSON text that cannot end the script or attribute around it.
  mutating func appendJSON(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "'"):
        output.append("\\u00")
        output.append(.hexDigit(byte >> 4))
        output.append(.hexDigit(byte & 15))
      case 0xE2
      where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] | 1 == 0xA9:
        output.append(bytes[index + 2] == 0xA8 ? "\\u2028" : "\\u2029" as StaticString)
        index += 2
      default: output.append(byte)
      }
      index += 1
    }
  }

  /// An address as it may stand in an attribute: what cannot stand in an address is encoded, what
  /// is encoded already stays.
  mutating func appendAddress(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while let start = bytes.baseAddress, index < bytes.count {
      var end = index
      while end < bytes.count, isAddressByte(bytes[end]) { end += 1 }
      output.append(start + index, end - index)
      guard end < bytes.count else { return }
      if bytes[end] == UInt8(ascii: "&") {
        output.append("&amp;")
      } else {
        appendPercent(bytes[end])
      }
      index = end + 1
    }
  }

  mutating func appendPercentEncoded(
    _ bytes: UnsafeBufferPointer<UInt8>, keeping kept: UInt8? = nil
  ) {
    for byte in bytes { appendPercentEncoded(byte, keeping: kept) }
  }

  mutating func appendPercentEncoded(_ byte: UInt8, keeping kept: UInt8? = nil) {
    if PercentCoding.isUnreserved(byte) || byte == kept {
      output.append(byte)
    } else {
      appendPercent(byte)
    }
  }

  private mutating func appendPercent(_ byte: UInt8) {
    output.append(UInt8(ascii: "%"))
    output.append(PercentCoding.digit(byte >> 4))
    output.append(PercentCoding.digit(byte & 15))
  }
}

/// For each byte of ASCII whether it is a letter, a digit or one of `-._~!#$%*+,/:;=?@[]()`.
private let addressBytes: StaticString = """
  0000000000000000000000000000000001011100111111111111111111110101\
  1111111111111111111111111111010101111111111111111111111111100010
  """

@inline(__always)
private func isAddressByte(_ byte: UInt8) -> Bool {
  byte < 128 && addressBytes.utf8Start[Int(byte)] == UInt8(ascii: "1")
}

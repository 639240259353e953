/// Finds the first fault of a text that the fast parser refused, which tells neither place nor cause.
///
/// A second, slow reading of RFC 8259; it runs for bad lines only.
struct JSONFaultFinder {
  private enum Expectation {
    case value, valueOrEnd, name, nameOrEnd, commaOrEnd, nothing
  }

  private var scanner: JSONScanner
  /// Whether each open container is an object.
  private var open: [Bool] = []
  private var expectation = Expectation.value

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    scanner = JSONScanner(bytes)
  }

  /// nil when the text is good.
  mutating func find() -> JSONFault? {
    do throws(JSONFault) {
      while true {
        scanner.skipSpace()
        guard let byte = scanner.current else {
          if expectation == .nothing { return nil }
          throw scanner.fault("the text ends too early")
        }
        try step(byte)
      }
    } catch {
      return error
    }
  }

  private mutating func step(_ byte: UInt8) throws(JSONFault) {
    switch expectation {
    case .value: try value(byte)
    case .valueOrEnd: if byte == UInt8(ascii: "]") { close() } else { try value(byte) }
    case .name: try name(byte)
    case .nameOrEnd: if byte == UInt8(ascii: "}") { close() } else { try name(byte) }
    case .commaOrEnd: try commaOrEnd(byte)
    case .nothing: throw scanner.fault("text after the end of the value")
    }
  }

  private mutating func value(_ byte: UInt8) throws(JSONFault) {
    switch byte {
    case UInt8(ascii: "{"): try open(isObject: true)
    case UInt8(ascii: "["): try open(isObject: false)
    default:
      try scanner.scalar(byte)
      valueEnded()
    }
  }

  private mutating func open(isObject: Bool) throws(JSONFault) {
    if open.count == JSONReader.maximumDepth {
      throw scanner.fault("nested more than \(JSONReader.maximumDepth) levels deep")
    }
    open.append(isObject)
    scanner.advance()
    expectation = isObject ? .nameOrEnd : .valueOrEnd
  }

  private mutating func close() {
    open.removeLast()
    scanner.advance()
    valueEnded()
  }

  private mutating func valueEnded() {
    expectation = open.isEmpty ? .nothing : .commaOrEnd
  }

  private mutating func name(_ byte: UInt8) throws(JSONFault) {
    guard byte == UInt8(ascii: "\"") else { throw scanner.fault("expected a name in quotes") }
    try scanner.string()
    scanner.skipSpace()
    guard scanner.current == UInt8(ascii: ":") else { throw scanner.fault("expected `:`") }
    scanner.advance()
    expectation = .value
  }

  private mutating func commaOrEnd(_ byte: UInt8) throws(JSONFault) {
    let isObject = open.last == true
    if byte == UInt8(ascii: ",") {
      scanner.advance()
      expectation = isObject ? .name : .value
    } else if byte == UInt8(ascii: isObject ? "}" : "]") {
      close()
    } else {
      throw scanner.fault("expected `,` or `\(isObject ? "}" : "]")`")
    }
  }
}

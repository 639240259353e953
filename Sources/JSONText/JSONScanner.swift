/// Steps over the scalars of a JSON text and says what is wrong with one.
struct JSONScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  func fault(_ reason: String) -> JSONFault { JSONFault(offset: index, reason: reason) }

  mutating func advance() { index += 1 }

  mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      index += 1
    }
  }

  mutating func scalar(_ first: UInt8) throws(JSONFault) {
    switch first {
    case UInt8(ascii: "\""): try string()
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    case UInt8(ascii: "n"): try word("null")
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
    default: throw fault("expected a value")
    }
  }

  private mutating func word(_ word: StaticString) throws(JSONFault) {
    let start = index
    let matches = word.withUTF8Buffer { bytes[index...].starts(with: $0) }
    index += word.utf8CodeUnitCount
    if !matches || !endsScalar { throw JSONFault(offset: start, reason: "expected a value") }
  }

  /// Whether what follows may stand behind a number or word.
  private var endsScalar: Bool {
    guard let byte = current else { return true }
    return byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}")
      || byte == UInt8(ascii: "]")
  }

  // MARK: Numbers

  private mutating func number() throws(JSONFault) {
    let start = index
    skip(UInt8(ascii: "-"))
    let leadsWithZero = current == UInt8(ascii: "0")
    let whole = skipDigits()
    var isGood = whole > 0 && !(leadsWithZero && whole > 1)
    var isWhole = true
    if skip(UInt8(ascii: ".")) {
      isWhole = false
      isGood = isGood && skipDigits() > 0
    }
    if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
      isWhole = false
      if !skip(UInt8(ascii: "+")) { skip(UInt8(ascii: "-")) }
      isGood = isGood && skipDigits() > 0
    }
    guard isGood, endsScalar else {
      throw JSONFault(offset: start, reason: "a malformed number")
    }
    if !isInRange(String(decoding: bytes[start..<index], as: UTF8.self), isWhole) {
      throw JSONFault(offset: start, reason: "a number out of range")
    }
  }

  private func isInRange(_ text: String, _ isWhole: Bool) -> Bool {
    isWhole ? Int64(text) != nil || UInt64(text) != nil : Double(text)?.isFinite == true
  }

  @discardableResult
  private mutating func skip(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    index += 1
    return true
  }

  private mutating func skipDigits() -> Int {
    let start = index
    while let byte = current, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { index += 1 }
    return index - start
  }

  // MARK: Strings

  mutating func string() throws(JSONFault) {
    let start = index
    index += 1
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return
      case UInt8(ascii: "\\"): try escape()
      case 0..<0x20: throw fault("a control character in a string")
      case 0x80...: try scalarOfSeveralBytes()
      default: index += 1
      }
    }
    throw JSONFault(offset: start, reason: "a string that does not end")
  }

  private mutating func escape() throws(JSONFault) {
    let start = index
    index += 1
    guard let kind = current else { return }
    index += 1
    if "\"\\/bfnrt".utf8.contains(kind) { return }
    guard kind == UInt8(ascii: "u"), let unit = hexadecimalUnit() else {
      throw JSONFault(offset: start, reason: "an escape that JSON does not have")
    }
    guard unit & 0xF800 == 0xD800 else { return }
    let isPaired =
      unit & 0xFC00 == 0xD800 && skip(UInt8(ascii: "\\")) && skip(UInt8(ascii: "u"))
      && hexadecimalUnit().map { $0 & 0xFC00 == 0xDC00 } == true
    if !isPaired { throw JSONFault(offset: start, reason: "a lone surrogate") }
  }

  private mutating func hexadecimalUnit() -> UInt32? {
    guard index + 4 <= bytes.count else { return nil }
    let digits = bytes[index..<index + 4]
    let isHexadecimal = digits.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0 | 0x20)
    }
    guard isHexadecimal else { return nil }
    index += 4
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  /// Table 3-7 of the Unicode standard: well-formed UTF-8 byte sequences.
  private mutating func scalarOfSeveralBytes() throws(JSONFault) {
    let first = bytes[index]
    let (length, second): (Int, ClosedRange<UInt8>) =
      switch first {
      case 0xC2...0xDF: (2, 0x80...0xBF)
      case 0xE0: (3, 0xA0...0xBF)
      case 0xED: (3, 0x80...0x9F)
      case 0xE1...0xEF: (3, 0x80...0xBF)
      case 0xF0: (4, 0x90...0xBF)
      case 0xF4: (4, 0x80...0x8F)
      case 0xF1...0xF3: (4, 0x80...0xBF)
      default: (1, 0...0)
      }
    let tail = bytes[min(index + 1, bytes.count)..<min(index + length, bytes.count)]
    let isGood =
      length > 1 && tail.count == length - 1 && tail.first.map(second.contains) == true
      && tail.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
    guard isGood else { throw fault("a byte that is not UTF-8") }
    index += length
  }
}

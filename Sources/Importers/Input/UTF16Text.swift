/// Text in UTF-16 on its way to UTF-8, piece by piece; what means nothing becomes U+FFFD.
struct UTF16Text {
  private let isLittleEndian: Bool
  /// The first byte of a unit whose second is in the next piece.
  private var half: UInt8?
  /// The first unit of a pair.
  private var first: UInt16?

  /// nil for a text that does not begin with the mark of UTF-16.
  init?(mark: some Sequence<UInt8>) {
    if mark.starts(with: [0xFF, 0xFE]) {
      isLittleEndian = true
    } else if mark.starts(with: [0xFE, 0xFF]) {
      isLittleEndian = false
    } else {
      return nil
    }
  }

  /// The next piece as UTF-8; `isLast` when nothing follows.
  mutating func decoded(_ bytes: some Collection<UInt8>, isLast: Bool = false) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    for byte in bytes {
      guard let other = half else {
        half = byte
        continue
      }
      half = nil
      let (high, low) = isLittleEndian ? (byte, other) : (other, byte)
      append(UInt16(high) << 8 | UInt16(low), to: &output)
    }
    if isLast, half != nil || first != nil { output += UTF16Text.unknown }
    return output
  }

  private mutating func append(_ unit: UInt16, to output: inout [UInt8]) {
    let begun = first
    first = nil
    if let begun {
      if UTF16.isTrailSurrogate(unit) {
        let value = 0x10000 + UInt32(begun - 0xD800) << 10 + UInt32(unit - 0xDC00)
        return UTF16Text.append(Unicode.Scalar(value), to: &output)
      }
      output += UTF16Text.unknown
    }
    if unit < 0x80 {
      output.append(UInt8(truncatingIfNeeded: unit))
    } else if UTF16.isLeadSurrogate(unit) {
      first = unit
    } else {
      UTF16Text.append(Unicode.Scalar(unit), to: &output)
    }
  }

  private static let unknown: [UInt8] = [0xEF, 0xBF, 0xBD]

  private static func append(_ scalar: Unicode.Scalar?, to output: inout [UInt8]) {
    guard let scalar else {
      output += unknown
      return
    }
    output += Array(String(scalar).utf8)
  }
}

extension ByteStream {
  /// The same text in UTF-8 where it begins with the mark of UTF-16: so Excel saves "Unicode text",
  /// and so does what PowerShell redirects to a file. Anything else stays as it is.
  var inUTF8: ByteStream {
    var source = self
    var hasBegun = false
    var isWhole = false
    var decoder: UTF16Text?
    return ByteStream { () throws(ImportError) in
      if !hasBegun {
        hasBegun = true
        var head: [UInt8] = []
        while head.count < 2, let chunk = try source.next() { head += chunk }
        decoder = UTF16Text(mark: head)
        guard decoder != nil else { return head.isEmpty ? nil : head }
        if let text = decoder?.decoded(head.dropFirst(2)), !text.isEmpty { return text }
      }
      guard decoder != nil else { return try source.next() }
      while !isWhole {
        let chunk = try source.next()
        isWhole = chunk == nil
        if let text = decoder?.decoded(chunk ?? [], isLast: isWhole), !text.isEmpty { return text }
      }
      return nil
    }
  }
}

/// Finds the pseudonyms in the lines of a snapshot: `m-` of members, `h-` of records without an id of
/// their own, and 16 letters of base32 behind.
enum MemberIDs {
  private static let length = 18

  /// Replaces each with what `rename` returns.
  static func replaced(in text: [UInt8], _ rename: (String) -> String) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var done = 0
    text.withUnsafeBufferPointer { bytes in
      var index = 1
      while index + length <= bytes.count {
        if bytes[index + 1] == UInt8(ascii: "-"), isID(bytes, at: index) {
          output += bytes[done..<index]
          let id = String(decoding: bytes[index..<index + length], as: UTF8.self)
          output += rename(id).utf8
          index += length
          done = index
        } else {
          index += 1
        }
      }
      output += bytes[done...]
    }
    return output
  }

  private static func isID(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let kind = bytes[index]
    guard kind == UInt8(ascii: "m") || kind == UInt8(ascii: "h") else { return false }
    // Made ids stand alone; members' also in texts, behind an `@`.
    let before = bytes[index - 1]
    if kind == UInt8(ascii: "h"), before != UInt8(ascii: "\"") { return false }
    if isWord(before) || before == UInt8(ascii: "-") { return false }
    for place in index + 2..<index + length where !isBase32(bytes[place]) { return false }
    // A sign such as `_` may follow, which people write behind a name.
    let end = index + length
    return end == bytes.count || !isLetterOrDigit(bytes[end])
  }

  private static func isBase32(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
      || byte >= UInt8(ascii: "2") && byte <= UInt8(ascii: "7")
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_") || isLetterOrDigit(byte)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
  }
}

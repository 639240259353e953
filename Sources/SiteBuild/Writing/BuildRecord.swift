internal import OpenWeb

/// What a build left in `.meadow/output`.
struct BuildRecord {
  /// A fingerprint and, behind it, what the build noted.
  var bytes: [UInt8]
  /// The file that holds them.
  var file: DiskEntry

  /// nil where the text is not what ``text(of:)`` returned: a file that is named no more is not
  /// looked at, so even a line too few must not be believed.
  init?(reading text: [UInt8], file: DiskEntry) {
    let bytes: ArraySlice<UInt8> = text.dropLast(BuildRecord.seal(of: []).count)
    guard text[bytes.endIndex...].elementsEqual(BuildRecord.seal(of: bytes)) else { return nil }
    self.bytes = Array(bytes)
    self.file = file
  }

  /// The parts one after another and a last line, `sum 00008f03a1e2b4c6`, with a hash of them.
  static func text(of parts: [[UInt8]]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(parts.reduce(seal(of: []).count) { $0 + $1.count })
    for part in parts { text += part }
    text += seal(of: text[...])
    return text
  }

  /// Of one length for all bytes.
  private static func seal(of bytes: ArraySlice<UInt8>) -> [UInt8] {
    let digits = String(stableHash(bytes), radix: 16)
    return Array("sum \(String(repeating: "0", count: 16 - digits.count))\(digits)\n".utf8)
  }
}

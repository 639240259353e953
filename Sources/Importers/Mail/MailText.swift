internal import CGMime

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Mail that has to be decoded before it can be read, by GMime.
enum MailText {
  /// Whether GMime is there; it is loaded when the first mail needs it.
  static let isAvailable = meadow_gmime_load()

  /// The words of a mail and whether they stand in HTML; nil when it has none for reading.
  struct Decoded: Sendable, Equatable {
    var text: [UInt8]
    var isHTML: Bool
  }

  static func decoded(_ mail: ArraySlice<UInt8>) -> Decoded? {
    var found = meadow_mail_text()
    let isFound = mail.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { meadow_gmime_text($0, bytes.count, &found) } ?? false
    }
    guard isFound else { return nil }
    defer { meadow_gmime_free(&found) }
    let bytes = Array(UnsafeBufferPointer(start: found.bytes, count: found.count))
    let charset = found.charset.map { String(cString: $0) }
    let text = CharacterSet.decoded(bytes, declared: charset).text
    return Decoded(text: text, isHTML: found.is_html)
  }

  /// `=?utf-8?q?J=C3=B6rg?=` → `Jörg`; a value without encoded words in whatever set it is.
  static func decodedHeader(_ value: [UInt8]) -> String {
    let text = CharacterSet.decoded(value).text
    guard hasEncodedWords(text), isAvailable else { return String(decoding: text, as: UTF8.self) }
    let terminated = text.map { CChar(bitPattern: $0 == 0 ? 0x20 : $0) } + [0]
    guard let decoded = meadow_gmime_decode(terminated) else {
      return String(decoding: text, as: UTF8.self)
    }
    defer { free(decoded) }
    return String(cString: decoded)
  }

  static func hasEncodedWords(_ value: [UInt8]) -> Bool {
    value.indices.dropLast(1).contains { value[$0] == 0x3D && value[$0 + 1] == 0x3F }
  }
}

internal import Crypto

/// Makes member ids: the same handle of the same place gets the same id, and nobody without the
/// site's key can tell whose it is.
///
/// id = `m-` + the first 80 bits of HMAC-SHA256(key, platform ‖ 0 ‖ origin ‖ 0 ‖ handle) in the
/// lower-case letters of RFC 4648 base32. With 10 million members two share an id with a chance of
/// 4 in 100 billion.
package struct Pseudonyms: Sendable {
  private let key: SymmetricKey
  /// Those that came with rotations.
  private let laterKeys: [SymmetricKey]
  private let prefix: [UInt8]

  package init(key: SiteKey, platform: String, origin: String) {
    let keys = key.links.map { SymmetricKey(data: $0) }
    self.key = keys[0]
    laterKeys = Array(keys.dropFirst())
    prefix = Array(platform.utf8) + [0] + Array(origin.utf8) + [0]
  }

  /// `"771"` → `"m-c5xk…"`, 18 characters.
  package func memberID(of handle: some Sequence<UInt8>) -> String {
    let code = HMAC<SHA256>.authenticationCode(for: prefix + Array(handle), using: key)
    return laterKeys.reduce("m-" + base32(code.prefix(10))) { Pseudonyms.rekeyed($0, with: $1) }
  }

  /// The pseudonym that takes another's place when a key's link is added:
  /// `m-` + the first 80 bits of HMAC-SHA256(link, "rotated" ‖ 0 ‖ id). Of ids that were made of a
  /// record's bytes (`h-…`) likewise.
  package static func rekeyed(_ id: String, with link: SiteKey) -> String {
    rekeyed(id, with: SymmetricKey(data: link.bytes))
  }

  private static func rekeyed(_ id: String, with key: SymmetricKey) -> String {
    let bare = id.dropFirst("m-".count)
    let message = Array("rotated".utf8) + [0] + Array("m-".utf8) + Array(bare.utf8)
    let code = HMAC<SHA256>.authenticationCode(for: message, using: key)
    return id.prefix("m-".count) + base32(code.prefix(10))
  }

  package func memberID(of handle: String) -> String { memberID(of: handle.utf8) }

  /// Letters and digits behind the `m-`.
  static let length = 16

  /// Whether a whole member id stands at an index of a text.
  static func isMemberID(in text: [UInt8], at index: Int) -> Bool {
    guard text.at(index) == UInt8(ascii: "m"), text.at(index + 1) == UInt8(ascii: "-") else {
      return false
    }
    let end = text.end(from: index + 2) {
      $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z")
        || $0 >= UInt8(ascii: "2") && $0 <= UInt8(ascii: "7")
    }
    return end - index - 2 == length
      && !text.isWord(at: end) && text.at(end) != UInt8(ascii: "-")
  }
}

/// RFC 4648 base32 in lower case, for whole groups of five bytes: `[0, 0, 0, 0, 1]` → `"aaaaaaab"`.
func base32(_ bytes: some Sequence<UInt8>) -> String {
  let letters = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
  var output: [UInt8] = []
  var bits = 0
  var pending = 0
  for byte in bytes {
    pending = pending << 8 | Int(byte)
    bits += 8
    while bits >= 5 {
      bits -= 5
      output.append(letters[pending >> bits & 31])
    }
    pending &= (1 << bits) - 1
  }
  return String(decoding: output, as: UTF8.self)
}

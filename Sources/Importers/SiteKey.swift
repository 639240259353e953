internal import Crypto

/// The secret bytes that turn handles into pseudonyms; only who has them can do it again.
///
/// 32 bytes, and 32 more for each time the key was rotated: a pseudonym is made with the first, and
/// made anew with each that follows, so that snapshots can be given new ones without their handles.
package struct SiteKey: Sendable, Equatable {
  package static let length = 32
  /// A key can be rotated one time less.
  package static let mostLinks = 32

  let bytes: [UInt8]

  /// The committed demo's key: public knowledge, so it is refused for data given with consent.
  package static let demo = SiteKey(unchecked: Array("meadow demo key: protects nobody".utf8))

  /// nil when there are not exactly 32 bytes, or 32 for each of the key's links.
  package init?(_ bytes: [UInt8]) {
    let links = bytes.count / SiteKey.length
    guard bytes.count % SiteKey.length == 0, (1...SiteKey.mostLinks).contains(links) else {
      return nil
    }
    self.bytes = bytes
  }

  /// A new key from the system's random numbers.
  package static func random() -> SiteKey {
    var generator = SystemRandomNumberGenerator()
    return SiteKey(
      unchecked: (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) })
  }

  private init(unchecked bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The 32 bytes of each link, the first first.
  var links: [ArraySlice<UInt8>] {
    stride(from: 0, to: bytes.count, by: SiteKey.length).map { bytes[$0..<$0 + SiteKey.length] }
  }

  /// Tells the key from others, before and after rotations, and says nothing of its bytes: the first
  /// 64 bits of HMAC-SHA256(key, "mark"). nil for the demonstration's key, which is nobody's.
  var mark: String? {
    if self == .demo { return nil }
    let code = HMAC<SHA256>.authenticationCode(
      for: Array("mark".utf8), using: SymmetricKey(data: links[0]))
    return code.prefix(8).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  /// The key with another's links behind its own; nil when these would be too many.
  package func followed(by link: SiteKey) -> SiteKey? { SiteKey(bytes + link.bytes) }
}

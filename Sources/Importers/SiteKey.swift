/// The 32 secret bytes that turn handles into pseudonyms; only who has them can do it again.
package struct SiteKey: Sendable, Equatable {
  package static let length = 32

  let bytes: [UInt8]

  /// The committed demo's key: public knowledge, so it is refused for data given with consent.
  package static let demo = SiteKey(unchecked: Array("meadow demo key: protects nobody".utf8))

  /// nil when there are not exactly 32 bytes.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count == SiteKey.length else { return nil }
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
}

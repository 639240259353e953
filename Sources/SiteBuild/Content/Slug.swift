/// A name that becomes part of an address: small letters, digits and hyphens, at most 80.
package struct Slug: Sendable, Hashable {
  package let text: String

  package init?(_ text: String) {
    let allowed = text.utf8.allSatisfy { byte in
      byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
    }
    guard allowed, (1...80).contains(text.utf8.count), !text.hasPrefix("-"), !text.hasSuffix("-")
    else { return nil }
    self.text = text
  }
}

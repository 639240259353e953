internal import Basics

/// Addresses as they may stand in a double-quoted attribute.
package enum AddressEscaping {
  /// What is no address character is percent-encoded, `&` and `'` become entities:
  /// `a b?c&d` → `a%20b?c&amp;d`.
  package static func append(_ address: some Sequence<UInt8>, to output: inout [UInt8]) {
    for byte in address {
      switch byte {
      case UInt8(ascii: "&"): output.append("&amp;")
      case UInt8(ascii: "'"): output.append("&#x27;")
      case _ where byte.isASCIILetterOrDigit || isAddressMark(byte): output.append(byte)
      default: PercentCoding.appendEncoded(byte, to: &output)
      }
    }
  }
}

private func isAddressMark(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "+"),
    UInt8(ascii: "!"), UInt8(ascii: "*"), UInt8(ascii: "("), UInt8(ascii: ")"),
    UInt8(ascii: ","), UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "@"),
    UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: ";"), UInt8(ascii: ":"),
    UInt8(ascii: "/"), UInt8(ascii: "$"), UInt8(ascii: "~"):
    true
  default: false
  }
}

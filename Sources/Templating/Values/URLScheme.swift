/// The scheme of an address, found as a browser finds it.
enum URLScheme {
  static let allowed: [String] = ["http", "https", "mailto", "tel"]

  /// False when a browser would see a scheme that is not on the list.
  ///
  /// Browsers drop leading C0 controls and spaces, and tabs and line ends anywhere (WHATWG URL);
  /// a scheme exists only where `[A-Za-z][A-Za-z0-9+.-]*:` comes before any `/`, `?` or `#`.
  static func isAllowed(_ address: some Sequence<UInt8>) -> Bool {
    var scheme: [UInt8] = []
    for byte in address where byte > 32 {
      if byte == UInt8(ascii: ":") { return isAllowedName(scheme) }
      guard isSchemeByte(byte, first: scheme.isEmpty) else {
        return !isStop(byte) ? !containsColonBeforeStop(address) : true
      }
      scheme.append(lowercased(byte))
    }
    return true
  }

  static func isAllowedName(_ name: [UInt8]) -> Bool {
    allowed.contains { $0.utf8.elementsEqual(name) }
  }

  private static func isSchemeByte(_ byte: UInt8, first: Bool) -> Bool {
    isLetter(byte) || (!first && (isDigit(byte) || "+.-".utf8.contains(byte)))
  }

  private static func isStop(_ byte: UInt8) -> Bool { "/?#".utf8.contains(byte) }

  /// Odd bytes before a colon: no browser reads a scheme there today, but a lax parser may.
  private static func containsColonBeforeStop(_ address: some Sequence<UInt8>) -> Bool {
    for byte in address {
      if byte == UInt8(ascii: ":") { return true }
      if isStop(byte) { return false }
    }
    return false
  }
}

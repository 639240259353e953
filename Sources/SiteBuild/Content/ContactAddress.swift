internal import LinkDirectory

/// Where somebody can be reached: a page, or a mail address.
enum ContactAddress: Sendable, Hashable {
  case web(WebAddress)
  /// `name@host.example`, safe to stand in a `mailto:` address and in a mail's header.
  case mail(String)

  init?(_ text: String) {
    if let address = WebAddress(text) {
      self = .web(address)
      return
    }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].contains("."), text.utf8.count <= 254,
      parts.allSatisfy(ContactAddress.isMailPart)
    else { return nil }
    self = .mail(text)
  }

  /// Letters, digits and the marks that need no quoting anywhere.
  private static func isMailPart(_ part: Substring) -> Bool {
    !part.isEmpty && part.first != "." && part.last != "."
      && part.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte) || "._+-".utf8.contains(byte)
      }
  }
}

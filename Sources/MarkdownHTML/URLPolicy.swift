/// What may become of an address in the text.
enum URLVerdict: Equatable {
  /// http, https, mailto or tel.
  case external
  /// A page, a file or a part of this site.
  case relative
  /// An image that other servers would be asked for.
  case foreignImage
  case refused(String)
}

/// Decides which addresses a page may hold: an allow-list, so that a new scheme is no hole.
enum URLPolicy {
  /// An address as browsers read it: without control characters anywhere or blanks around it.
  static func cleaned(_ address: [UInt8]) -> [UInt8] {
    // Nearly all addresses are clean.
    let isClean = address.allSatisfy { $0 > 0x20 && $0 != 0x7F }
    if isClean { return address }
    let visible = address.filter { $0 >= 0x20 && $0 != 0x7F }
    guard let first = visible.firstIndex(where: { $0 != 0x20 }),
      let last = visible.lastIndex(where: { $0 != 0x20 })
    else { return [] }
    return Array(visible[first...last])
  }

  /// Judges a cleaned address whose entities and escapes are resolved.
  ///
  /// `java%0ascript:x` is no scheme to a browser, yet a colon before the first slash is refused
  /// unless it ends an allowed scheme; so is one that is percent-encoded.
  static func verdict(on address: [UInt8], isImage: Bool = false) -> URLVerdict {
    guard let first = address.first else { return .refused("is empty") }
    if address.contains(UInt8(ascii: "\\")) {
      return .refused("holds a backslash, which browsers read as `/`")
    }
    if first == UInt8(ascii: "/"), address.dropFirst().first == first {
      return .refused("starts with `//`, which leads to another site")
    }
    let head = address.prefix { byte in
      byte != UInt8(ascii: "/") && byte != UInt8(ascii: "?") && byte != UInt8(ascii: "#")
    }
    guard let colon = head.firstIndex(of: UInt8(ascii: ":")) else {
      return hidesColon(head) ? .refused("hides a colon as `%3A`") : .relative
    }
    let verdict = verdict(onScheme: address[..<colon], rest: address[(colon + 1)...])
    return isImage && verdict == .external ? .foreignImage : verdict
  }

  private static func verdict(
    onScheme bytes: ArraySlice<UInt8>, rest: ArraySlice<UInt8>
  ) -> URLVerdict {
    // Most links lead to such an address, and need no text for it.
    if bytes.elementsEqual("https".utf8) { return verdict(onAuthority: rest, "https") }
    let scheme = String(decoding: bytes.map(\.asciiLowercased), as: UTF8.self)
    switch scheme {
    case "http", "https": return verdict(onAuthority: rest, scheme)
    case "mailto", "tel":
      if rest.isEmpty { return .refused("has nothing after `\(scheme):`") }
      return hidesLineEnd(rest) ? .refused("hides a line end") : .external
    default:
      return .refused("has the scheme `\(scheme.prefix(40)):`")
    }
  }

  private static func verdict(
    onAuthority rest: ArraySlice<UInt8>, _ scheme: String
  ) -> URLVerdict {
    guard rest.starts(with: "//".utf8) else { return .refused("lacks `//` after `\(scheme):`") }
    let authority = rest.dropFirst(2).prefix { byte in
      byte != UInt8(ascii: "/") && byte != UInt8(ascii: "?") && byte != UInt8(ascii: "#")
    }
    if authority.isEmpty { return .refused("names no host") }
    if authority.contains(UInt8(ascii: "@")) {
      return .refused("has a user name before the host, which makes it look like another site")
    }
    return .external
  }

  private static func hidesColon(_ head: ArraySlice<UInt8>) -> Bool {
    escapes(in: head).contains { $0 == UInt8(ascii: ":") }
  }

  private static func hidesLineEnd(_ rest: ArraySlice<UInt8>) -> Bool {
    escapes(in: rest).contains { $0 == 0x0A || $0 == 0x0D }
  }

  /// The bytes that stand percent-encoded: `a%3Ab` → `:`.
  private static func escapes(in bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "%")) else { return [] }
    return bytes.indices.compactMap { index in
      guard bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.endIndex else { return nil }
      let digits = String(decoding: bytes[index + 1...index + 2], as: UTF8.self)
      return UInt8(digits, radix: 16)
    }
  }
}

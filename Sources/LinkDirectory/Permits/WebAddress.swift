internal import Basics

/// An absolute `http` or `https` address with a host and without credentials, as found in the source.
package struct WebAddress: Sendable, Hashable {
  package let text: String

  /// nil for any other scheme, for `//host`, for `https://name@host`, and for addresses that hold
  /// spaces, control characters, quotes or angle brackets.
  package init?(_ text: String) {
    let lower = text.prefix(8).lowercased()
    guard let scheme = ["https://", "http://"].first(where: lower.hasPrefix) else { return nil }
    // By bytes, since every page has addresses that are checked.
    let authority = text.utf8.dropFirst(scheme.utf8.count).prefix {
      $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
    }
    guard !authority.isEmpty, !authority.contains(UInt8(ascii: "@")),
      text.utf8.count <= WebAddress.longest,
      text.utf8.allSatisfy(WebAddress.isPlain)
        || text.unicodeScalars.allSatisfy(WebAddress.isAllowed)
    else { return nil }
    self.text = text
  }

  /// The address of what lies at a percent-encoded path below this one, which ends in a slash; nil where it
  /// would be longer than any address here is.
  package func below(_ path: String) -> WebAddress? {
    let text = text + path
    return text.utf8.count <= WebAddress.longest ? WebAddress(unchecked: text) : nil
  }

  /// In bytes.
  private static let longest = 2048

  private init(unchecked text: String) { self.text = text }

  /// `https://forum.example:8080/a?b` → `https://forum.example:8080`
  package var origin: String {
    let scheme = text.lowercased().hasPrefix("https://") ? "https://" : "http://"
    return scheme + authority
  }

  /// `https://Forum.example:8080/a` → `forum.example`, `https://[::1]:8080/` → `[::1]`
  package var host: String {
    let host = authority.lowercased()
    if host.hasPrefix("["), let end = host.firstIndex(of: "]") { return String(host[...end]) }
    return host.split(separator: ":").first.map { String($0) } ?? host
  }

  /// As readers know it: `https://forum.example/` → `forum.example`, `…/a/` → `forum.example/a`.
  package var shortText: String {
    let rest = text.dropFirst(text.lowercased().hasPrefix("https://") ? 8 : 7)
    return rest.hasSuffix("/") ? String(rest.dropLast()) : String(rest)
  }

  /// What two ways to write the address of one place have in common, whether with `www.`, the host
  /// as DNS has it, a dot behind it, percent signs, a slash at the end, or not:
  /// `http://www.xn--mrz-qla.Example.:80/%61/` → `märz.example/a`.
  ///
  /// A no has to reach its place however it was typed.
  package var placeName: String {
    var host = WebAddress.decoded(authority).lowercased()
    for port in [":80", ":443"] where host.hasSuffix(port) {
      host.removeLast(port.count)
    }
    var path = WebAddress.decoded(path)
    while path.hasSuffix("/") { path.removeLast() }
    return WebAddress.known(host) + path
  }

  /// The host of the place's name, without a port: `https://www.xn--mrz-qla.Example.:8080/a` →
  /// `märz.example`.
  package var placeHost: String { WebAddress.known(WebAddress.decoded(host).lowercased()) }

  /// `www.de` is a host of its own and none of `de`.
  private static func known(_ host: String) -> String {
    var host = host
    if host.hasSuffix(".") { host.removeLast() }
    if host.hasPrefix("www."), host.dropFirst(4).contains(".") { host.removeFirst(4) }
    return Punycode.unicode(host: host)
  }

  /// `m%C3%A4rz` → `märz`; what stands for a slash stays, since it is none.
  private static func decoded(_ text: String) -> String {
    let bytes = PercentCoding.decoded(Array(text.utf8), keeping: UInt8(ascii: "/"))
    return String(decoding: bytes, as: UTF8.self)
  }

  private var authority: String {
    let scheme = text.lowercased().hasPrefix("https://") ? 8 : 7
    return String(text.dropFirst(scheme).prefix { $0 != "/" && $0 != "?" && $0 != "#" })
  }

  /// `https://forum.example/a/b?c#d` → `/a/b`; `/` where there is none.
  package var path: String {
    guard let host = text.firstRange(of: "://")?.upperBound else { return "/" }
    let path = text[host...].drop { $0 != "/" && $0 != "?" && $0 != "#" }
      .prefix { $0 != "?" && $0 != "#" }
    return path.isEmpty ? "/" : String(path)
  }

  /// Letters, digits and what else most addresses are made of.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "#")...UInt8(ascii: ";"), UInt8(ascii: "_"), UInt8(ascii: "~"):
      byte != UInt8(ascii: "'")
    default: false
    }
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x20 && scalar.value != 0x7F && !"\"'<>\\^`{|}".unicodeScalars.contains(scalar)
      && (scalar.isASCII
        || !(0x80...0x9F).contains(scalar.value) && !scalar.properties.isBidiControl)
  }
}

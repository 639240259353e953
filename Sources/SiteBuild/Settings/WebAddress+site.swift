internal import Basics
package import LinkDirectory
internal import MarkdownHTML

extension WebAddress {
  /// The address of a site, with a slash at its end, since those of its pages are made of it; nil
  /// where the text is none or no pages can lie below it.
  package init?(ofSite text: String) {
    guard WebAddress.fix(ofSite: text) == nil else { return nil }
    self.init(text.hasSuffix("/") ? text : text + "/")
  }

  /// What keeps pages from lying below an address: a query, a fragment, steps that browsers take
  /// before they ask, or a port that is none.
  package static func fix(ofSite text: String) -> String? {
    if text.utf8.contains(where: { "?#".utf8.contains($0) }) {
      return "leave out what begins with `?` or `#`"
    }
    let steps = text.split(separator: "/")
    if steps.contains(where: { $0 == "." || $0 == ".." }) { return "leave out `.` and `..`" }
    return hasRightPort(text)
      ? nil : "write a host and a port from 1 to 65535: https://insights.example.org:8080/"
  }

  /// Whether a host stands before the colon of `https://x.example:8080/` and a port behind it; true
  /// where there is no colon.
  private static func hasRightPort(_ text: String) -> Bool {
    guard let start = text.firstRange(of: "://")?.upperBound else { return true }
    let authority = text[start...].prefix { $0 != "/" }
    // The colons of `[::1]:8080` before its last one belong to the host.
    let rest = authority.lastIndex(of: "]").map { authority[$0...] } ?? authority
    guard let colon = rest.firstIndex(of: ":") else { return true }
    let port = rest[rest.index(after: colon)...]
    guard colon > authority.startIndex, port.first != "+", let number = Int(port) else {
      return false
    }
    return (1...65_535).contains(number)
  }

  /// For machines that know no other characters: the host as DNS has it, the rest percent-encoded.
  ///
  /// `https://bücher.example/märz/` → `https://xn--bcher-kva.example/m%C3%A4rz/`
  var asciiText: String {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }), let start = text.firstRange(of: "://")?.upperBound
    else { return text }
    let rest = text[start...].drop { $0 != ":" && $0 != "/" && $0 != "?" && $0 != "#" }
    var encoded: [UInt8] = []
    for byte in rest.utf8 {
      if byte < 0x80 {
        encoded.append(byte)
      } else {
        PercentCoding.appendEncoded(byte, to: &encoded)
      }
    }
    let path = String(decoding: encoded, as: UTF8.self)
    return "\(text[..<start])\(Punycode.ascii(host: host))\(path)"
  }
}

extension FieldType<WebAddress> {
  static var siteAddress: FieldType {
    var type = address
    type.parse = { value, reading in
      guard let text = value.text, let address = WebAddress(text) else { return nil }
      if let site = WebAddress(ofSite: address.text) { return site }
      reading.note(
        SiteBuildCodes.wrongType, "`\(text)` is no site's address: pages cannot lie below it",
        at: value.place, fix: WebAddress.fix(ofSite: text))
      return nil
    }
    return type
  }
}

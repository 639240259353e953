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

  /// What keeps pages from lying below an address: a query, a fragment, or steps that browsers take
  /// before they ask.
  static func fix(ofSite text: String) -> String? {
    if text.utf8.contains(where: { "?#".utf8.contains($0) }) {
      return "leave out what begins with `?` or `#`"
    }
    let steps = text.split(separator: "/")
    return steps.contains { $0 == "." || $0 == ".." } ? "leave out `.` and `..`" : nil
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

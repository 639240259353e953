/// Reads HTML as strictly as nobody else does: whatever our writer would never write is a fault.
///
/// Independent of the renderer; knows elements, attributes and address schemes by their own lists.
struct HTMLScanner {
  private static let attributes: [String: Set<String>] = [
    "a": ["href", "title", "id", "role", "aria-label"], "img": ["src", "alt", "title", "loading"],
    "figure": [], "figcaption": [],
    "code": ["class"], "ol": ["start"], "li": ["id"], "th": ["class"], "td": ["class"],
    "h1": ["id"], "h2": ["id"], "h3": ["id"], "h4": ["id"], "h5": ["id"], "h6": ["id"],
    "input": ["checked", "disabled", "type"], "section": ["class", "role", "aria-label"],
    "sup": ["id"], "p": [], "em": [], "strong": [], "del": [], "ul": [], "pre": [], "hr": [],
    "br": [], "blockquote": [], "table": [], "thead": [], "tbody": [], "tr": [], "label": [],
    "div": ["class", "tabindex", "role", "aria-label"],
  ]
  private static let empty: Set<String> = ["img", "hr", "br", "input"]

  /// A character a scalar: an accent after `>` is none of the tag.
  private var rest: ArraySlice<Character>
  private var open: [String] = []
  private var ids: Set<String> = []
  private(set) var faults: [String] = []

  init(_ html: String) {
    rest = html.unicodeScalars.map { Character($0) }[...]
  }

  static func faults(in html: String) -> [String] {
    var scanner = HTMLScanner(html)
    scanner.scan()
    return scanner.faults
  }

  private mutating func scan() {
    while let character = rest.popFirst() {
      if character == "<" { scanTag() }
      if character == ">" { faults.append("stray >") }
      if character == "\"" { faults.append("stray quote") }
    }
    if !open.isEmpty { faults.append("open: \(open)") }
  }

  private mutating func scanTag() {
    if rest.first == "/" {
      let name = String(rest.dropFirst().prefix { $0 != ">" })
      rest = rest.dropFirst(name.unicodeScalars.count + 2)
      if open.popLast() != name { faults.append("crossed </\(name)>") }
      return
    }
    let name = String(rest.prefix { $0.isLetter || $0.isNumber })
    rest = rest.dropFirst(name.unicodeScalars.count)
    guard let allowed = Self.attributes[name] else {
      faults.append("element <\(name)>")
      return
    }
    while rest.first == " ", rest.dropFirst().first != "/" { scanAttribute(of: name, allowed) }
    if rest.starts(with: " />") { rest = rest.dropFirst(2) }
    if rest.popFirst() != ">" { faults.append("end of <\(name)>") }
    if name == "a", open.contains("a") { faults.append("link in a link") }
    if !Self.empty.contains(name) { open.append(name) }
  }

  private mutating func scanAttribute(of element: String, _ allowed: Set<String>) {
    rest = rest.dropFirst()
    let name = String(rest.prefix { $0 != "=" && $0 != ">" })
    rest = rest.dropFirst(name.unicodeScalars.count + 2)
    let value = String(rest.prefix { $0 != "\"" })
    rest = rest.dropFirst(value.unicodeScalars.count + 1)
    if !allowed.contains(name) { faults.append("attribute \(element) \(name)") }
    if value.contains("<") || value.contains(">") { faults.append("value of \(name)") }
    if name == "href" || name == "src" { checkAddress(value) }
    if name == "id", !ids.insert(value).inserted { faults.append("second id \(value)") }
  }

  private mutating func checkAddress(_ value: String) {
    let address = value.lowercased()
    let head = address.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let scheme = head.contains(":") ? head.prefix { $0 != ":" } : ""
    let isAllowed = ["", "http", "https", "mailto", "tel"].contains(scheme)
    // Behind a slash, a question mark or a hash a colon ends no scheme, however it is written.
    let isHidden = head.contains("%3a") && !head.contains(":")
    if !isAllowed || isHidden || address.hasPrefix("//") || address.contains("\\") {
      faults.append("address \(value)")
    }
  }
}

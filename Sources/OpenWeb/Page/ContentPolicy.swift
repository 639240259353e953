/// A content security policy: which sources each directive allows (CSP 3, 2.2.1).
struct ContentPolicy {
  static let recommended: StaticString =
    "default-src 'none'; img-src 'self' data:; style-src 'self'"

  /// Directive → sources, in lower case; the first of two directives counts.
  private var directives: [String: [String]] = [:]

  init(_ text: String) {
    for part in text.split(separator: ";") {
      let words = part.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
      guard let name = words.first, directives[name] == nil else { continue }
      directives[name] = Array(words.dropFirst())
    }
  }

  /// The first directive that allows more than the site needs, nil when none does.
  ///
  /// Allowed are images of the site and as data, and style sheets of the site; with
  /// `hasStyleElement`, the hash of a style element too.
  func tooWideDirective(hasStyleElement: Bool) -> String? {
    for (name, fallbacks) in ContentPolicy.fallbacks {
      let sources = ([name] + fallbacks).lazy.compactMap { directives[$0] }.first
      guard let sources else { return name }
      let isFine = sources.allSatisfy { source in
        isAllowed(source, for: name, hasStyleElement: hasStyleElement)
      }
      if !isFine { return name }
    }
    return nil
  }

  private func isAllowed(_ source: String, for name: String, hasStyleElement: Bool) -> Bool {
    switch (name, source) {
    case (_, "'none'"), (_, "'report-sample'"): true
    case ("img-src", "'self'"), ("img-src", "data:"): true
    case ("style-src-elem", "'self'"), ("style-src-attr", "'self'"): true
    case ("style-src-elem", _), ("style-src-attr", _):
      hasStyleElement && source.hasPrefix("'sha")
    default: false
    }
  }

  /// What is looked at when a directive is missing (CSP 3, 6.8.3).
  private static let fallbacks: KeyValuePairs<String, [String]> = [
    "default-src": [],
    "img-src": ["default-src"],
    "style-src-elem": ["style-src", "default-src"],
    "style-src-attr": ["style-src", "default-src"],
    "script-src-elem": ["script-src", "default-src"],
    "script-src-attr": ["script-src", "default-src"],
    "connect-src": ["default-src"],
    "font-src": ["default-src"],
    "frame-src": ["child-src", "default-src"],
    "manifest-src": ["default-src"],
    "media-src": ["default-src"],
    "object-src": ["default-src"],
    "worker-src": ["child-src", "script-src", "default-src"],
  ]
}

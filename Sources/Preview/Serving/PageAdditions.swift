/// A page as the preview sends it: with the script that reloads it, which no built site has.
///
/// The page's own content policy allows no script, so ours is added to the policy too; a page
/// without a policy needs nothing.
func withReload(_ page: [UInt8], version: Int) -> [UInt8] {
  let opened = withOpenPolicy(page)
  let head = """
    <link rel="stylesheet" href="\(PreviewFile.style.path)">
    <script src="\(PreviewFile.script.path)" data-version="\(version)" defer></script>

    """
  return replacing("</head>", in: opened, by: head + "</head>")
}

/// Of two directives of one name a browser takes the first, so what a page's policy says already, as
/// that of the search page does of its script, is added to.
private func withOpenPolicy(_ page: [UInt8]) -> [UInt8] {
  guard let start = page.firstRange(of: Array("default-src 'none'".utf8))?.upperBound,
    let end = page[start...].firstIndex(of: UInt8(ascii: "\""))
  else { return page }
  var policy = String(decoding: page[start..<end], as: UTF8.self)
  for directive in ["connect-src", "script-src"] {
    if let place = policy.firstRange(of: "; \(directive) ")?.upperBound {
      policy.insert(contentsOf: "'self' ", at: place)
    } else {
      policy = "; \(directive) 'self'" + policy
    }
  }
  return page[..<start] + Array(policy.utf8) + page[end...]
}

/// What the preview serves besides the site, outside any path a site may have.
enum PreviewFile: String, CaseIterable {
  case script = "reload.js"
  case style = "overlay.css"

  var path: String { "/\(PreviewFile.folder)/\(rawValue)" }

  static let folder = ".meadow-preview"
  /// Tells the newest edition, as soon as there is one.
  static let changes = "/\(folder)/changes"

  var type: String {
    switch self {
    case .script: "text/javascript; charset=utf-8"
    case .style: "text/css; charset=utf-8"
    }
  }

  var bytes: [UInt8] {
    switch self {
    case .script: PackageResources.reload_js
    case .style: PackageResources.overlay_css
    }
  }
}

/// The first `old` replaced; the page itself where it has none.
private func replacing(_ old: String, in page: [UInt8], by new: String) -> [UInt8] {
  let wanted = Array(old.utf8)
  guard let start = page.firstRange(of: wanted)?.lowerBound else { return page }
  return page[..<start] + Array(new.utf8) + page[(start + wanted.count)...]
}

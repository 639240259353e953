/// A page as the preview sends it: with the script that reloads it, which no built site has.
///
/// The page's own content policy allows no script, so ours is added to the policy too; a page
/// without a policy needs nothing.
func withReload(_ page: [UInt8], version: Int) -> [UInt8] {
  let opened = replacing(
    "default-src 'none'", in: page,
    by: "default-src 'none'; script-src 'self'; connect-src 'self'")
  let head = """
    <link rel="stylesheet" href="\(PreviewFile.style.path)">
    <script src="\(PreviewFile.script.path)" data-version="\(version)" defer></script>

    """
  return replacing("</head>", in: opened, by: head + "</head>")
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

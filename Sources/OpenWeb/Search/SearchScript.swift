/// The one script that a page of a site may run: on the search page, of a site that asks for one.
///
/// It is known byte by byte, so that the check of a folder needs nothing else to tell it from any other.
package enum SearchScript {
  /// The page it runs on.
  static let page = "search/index.html"

  static var bytes: [UInt8] { PackageResources.search_js }

  /// As it stands in the page.
  package static var element: [UInt8] {
    Array("<script type=\"module\">".utf8) + bytes + Array("</script>".utf8)
  }

  /// The policy as it stands in the page.
  package static var policyElement: [UInt8] {
    Array("<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">".utf8)
  }

  /// The page's content security policy: what every page has, and for the script its hash, the files of
  /// Pagefind beside the pages, and WebAssembly, which the index is read with.
  package static let policy =
    "default-src 'none'; img-src 'self' data:; style-src 'self'; connect-src 'self'; script-src "
    + "'self' 'wasm-unsafe-eval' 'sha256-w6bmFTLl0xGz9WtbW11rebOVs6IgmSdh/UivnvGLgKY='"
}

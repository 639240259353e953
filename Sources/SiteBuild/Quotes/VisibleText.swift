internal import Basics
package import CommunityData
internal import OpenWeb

/// The words a reader sees in an item's body.
package enum VisibleText {
  /// `<p>a &amp; <b>b</b></p>` → `a & b`; other media types are returned as they are.
  package static func of(_ content: String, _ mediaType: Item.MediaType?) -> String {
    guard mediaType == .html else { return content }
    let page = BuiltPage(SourceText(file: "item", text: "<div>\(content)</div>"))
    return page.text(of: page.tokens.indices)
  }
}

internal import CommunityData
internal import OpenWeb

/// The words a reader sees in an item's body.
enum VisibleText {
  /// `<p>a &amp; <b>b</b></p>` → `a & b`; other media types are returned as they are.
  static func of(_ content: String, _ mediaType: Item.MediaType?) -> String {
    mediaType == .html ? BuiltPage.text(ofFragment: Array(content.utf8)) : content
  }
}

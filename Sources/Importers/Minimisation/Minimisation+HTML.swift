internal import CommunityData

extension Minimisation {
  /// The same for HTML of a platform, reduced to what people wrote.
  ///
  /// `tags` tells what a start tag means, given the words in it.
  /// `<p class=x>hi <a href=/u/ann>@ann</a></p>` → `<p>hi @m-…</p>`
  package static func minimised(
    html: [UInt8], tags: (HTMLTag, _ words: String) -> TagMeaning
  ) -> Result {
    minimised(html: html, tags: tags) { _, _ in nil }
  }

  /// `resolve` is asked about each `@` that no tag has given a meaning.
  static func minimised(
    html: [UInt8], tags: (HTMLTag, _ words: String) -> TagMeaning,
    mentions resolve: ([UInt8], Int) -> Mention?
  ) -> Result {
    let reduction = HTMLReduction(html, meaning: tags)
    var result = minimised(reduction.html, .html, mentions: resolve)
    let others = result.mentions.filter { !reduction.mentions.contains($0) }
    result.mentions = reduction.mentions + others
    result.links = reduction.links
    return result
  }
}

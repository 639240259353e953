/// What Pagefind made of a published site: `pagefind/` at its top.
///
/// It holds the texts of that edition and of no other, so it goes with it: a word that was taken back must
/// not be found in it any more. Whoever wants a search makes it again.
enum SearchIndex {
  private static let folder = RawPath("pagefind")
  private static let endings = [".pf_fragment", ".pf_index", ".pf_filter", ".pf_meta", ".pagefind"]

  /// Whether a file is one that Pagefind writes, by its name; others in the folder are somebody's own,
  /// as is any whose name could not stand in a journal.
  static func holds(_ path: RawPath) -> Bool {
    guard path.folders.contains(folder), path.bytes.allSatisfy({ (0x21..<0x7F).contains($0) })
    else { return false }
    let text = path.description
    return text.hasPrefix("pagefind/pagefind") || endings.contains(where: text.hasSuffix)
  }
}

/// How the search index stands to the edition that was published.
enum SearchIndexState: Sendable {
  /// Nobody searches, or the index is of this edition.
  case fine
  /// It was of the edition before this one.
  case removed
  /// There is a page that searches, and no index.
  case missing

  init(_ plan: PublishPlan) {
    let page = RawPath(SiteRoutes.search)
    if plan.removed.contains(where: SearchIndex.holds) {
      self = .removed
    } else if plan.files.contains(where: { $0.path == page }),
      !plan.kept.contains(where: SearchIndex.holds)
    {
      self = .missing
    } else {
      self = .fine
    }
  }
}

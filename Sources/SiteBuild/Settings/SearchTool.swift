/// A program that makes an index of a built site, which a page of it then searches.
enum SearchTool: String, Sendable, CaseIterable {
  case pagefind
}

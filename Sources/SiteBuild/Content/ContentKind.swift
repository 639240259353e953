internal import MarkdownHTML

/// The front matter of one kind of Markdown file: its keys stand in one table, from which come the
/// check, the model and the reference.
protocol PageFields: Sendable {
  static var schema: Schema<Self> { get }
  var head: PageHead { get set }

  init()
}

/// What one file of a listed folder of `Content/` is.
protocol ContentKind: PageFields {
  static var folder: ContentFolder { get }
  /// What one file is for, in a sentence or two: the head of the reference.
  static var about: String { get }
  /// Where its files are kept.
  static var shelf: WritableKeyPath<SiteContent, [ContentFile<Self>]> { get }
}

extension Schema where Root: PageFields {
  /// The keys of a file that is a page: its own, and those that every page has.
  static func page(
    _ kind: String, _ keys: [SchemaKey<Root>], rules: [SchemaRule<Root>] = []
  ) -> Schema {
    let common = PageHead.keys.map { key in
      key.lifted { (page: inout Root, change) in change(&page.head) }
    }
    return Schema(kind: kind, keys: keys + common, rules: rules)
  }
}

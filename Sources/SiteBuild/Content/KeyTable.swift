internal import MarkdownHTML

/// The keys of one kind of content, for its reference.
package struct KeyTable: Sendable {
  /// What it is about: `insights/`, `site.yaml`, `chart`.
  package var name: String
  package var about: String
  package var keys: [Key]
  /// The tables of keys whose values are maps themselves.
  package var parts: [KeyTable]

  package struct Key: Sendable {
    package var name: String
    package var type: String
    package var isRequired: Bool
    package var doc: String
  }
}

extension Schema {
  /// The reference of the keys, without those of some names.
  func table(called name: String? = nil, about: String, without: Set<String> = []) -> KeyTable {
    let own = keys.filter { !without.contains($0.name) }
    return KeyTable(
      name: name ?? kind, about: about,
      keys: own.map {
        KeyTable.Key(name: $0.name, type: $0.typeName, isRequired: $0.isRequired, doc: $0.doc)
      },
      parts: own.compactMap(\.parts))
  }
}

/// All that an author may write as keys and values, in the order of the reference.
package struct ContentTables: Sendable {
  package let settings = SiteSettings.schema.table(about: "What the site as a whole is.")
  /// One for each listed folder.
  package let kinds = SiteContent.kinds.map { keyTable(of: $0) }
  package let section = SectionPageFile.schema.table(
    called: "Any other folder",
    about: """
      A plain section: a page a file, a list of them by date with an address for each part of it, \
      and a feed. `index.md` holds the section's title and the text above its list. Folders may lie \
      in one another.
      """, without: commonKeys)
  package let everyPage = Schema<PageHead>(kind: "Keys of every page", keys: PageHead.keys).table(
    about: """
      A page whose `date` is later than the moment of the build, or that is a draft, is left out of \
      the public edition and counted in the summary; `--as-of` sets the moment.
      """)
  package let codex = CodexFile.schema.table(about: CodexFile.about)
  package let blocks = [
    FigureRequest.schema.table(called: "chart, table", about: "A figure drawn, or as a table."),
    KeyFiguresRequest.schema.table(called: "figures", about: "Key figures with their course."),
    QuoteRequest.schema.table(called: "quote", about: "Somebody's own words."),
    ThreadsRequest.schema.table(called: "threads", about: "Questions without a response."),
    NoteRequest.schema.table(called: "note", about: "A callout."),
  ]

  package init() {}
}

private let commonKeys = Set(PageHead.keys.map(\.name))

private func keyTable<Kind: ContentKind>(of kind: Kind.Type) -> KeyTable {
  Kind.schema.table(
    called: "\(Kind.folder.rawValue)/", about: Kind.about, without: commonKeys)
}

/// A community as it stands in its newest snapshot: what measuring and quoting read.
package struct Community: Sendable {
  /// The slug: the name of its folder in `snapshots/` and of its file in `communities/`.
  package var slug: String
  /// The newest snapshot's manifest; `window.to` is the end of what is known.
  package var manifest: SnapshotManifest
  /// The manifests of all snapshots it was merged from, oldest first.
  package var snapshots: [SnapshotManifest]
  /// Sorted by id.
  package var members: [Member]
  package var channels: [Channel]
  package var items: ItemColumns
  package var text: TextStore
  /// What another engine measured; then the items are only those that pages list or quote.
  package var numbers: MeasuredNumbers?
  /// All that it was made of, for what is worked out from it; nil where nothing is kept.
  package var key: CacheKey?
  /// What an earlier run knew of it; nil when that was nothing, or all.
  package var known: KnownRows?

  package init(
    slug: String, manifest: SnapshotManifest, members: [Member], channels: [Channel],
    items: ItemColumns, text: TextStore
  ) {
    self.slug = slug
    self.manifest = manifest
    snapshots = [manifest]
    self.members = members
    self.channels = channels
    self.items = items
    self.text = text
  }

  /// How many items there are, those included that lie elsewhere.
  package var itemCount: Int { manifest.measured == nil ? items.count : manifest.counts.items }

  /// Whether a row was written by a person: neither a bot, nor the system, nor a deleted account.
  package func isByPerson(_ row: Int) -> Bool {
    let author = items.authors[row]
    return author >= 0 && members[Int(author)].kind == .person && items.types[row] != .system
  }

  /// The row of an item by its id.
  package func row(ofItem id: String) -> Int? {
    var id = id
    return id.withUTF8 { text.firstIndex(of: $0, in: items.ids) }
  }

  /// The row of the first item at an address in the community's own place; each address is fetched,
  /// so this is for what is asked once.
  package func row(ofAddress address: String) -> Int? {
    (0..<items.count).first { string(items.urls[$0]) == address }
  }

  /// A text of a row: its title, body or address.
  package func string(_ range: TextRange) -> String? {
    range.isAbsent ? nil : text.string(range)
  }
}

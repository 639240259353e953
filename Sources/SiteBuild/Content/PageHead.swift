internal import Basics
internal import MarkdownHTML

/// What every page may say about itself, whatever kind it is of.
///
/// `title`, `summary` and `date` are keys of each kind, since each means something of its own by
/// them and not all need them.
struct PageHead: Sendable {
  var title = ""
  var summary: String?
  /// From when on it is public; a day is its beginning in UTC.
  var date: Timestamp?
  var isDraft = false
  var tags: [Placed<String>] = []
  /// The last part of its address, in place of the file's name.
  var slug: Placed<String>?
  /// Addresses it had before.
  var aliases: [Placed<String>] = []
  /// What only the internal edition shows.
  var internalNote: String?

  static let keys: [SchemaKey<PageHead>] = [
    .optional("tags", .tags, "What it is about; each has a page that lists what bears it.") {
      $0.tags = $1
    },
    .optional("draft", .flag, "Whether it stays out of the public edition.") { $0.isDraft = $1 },
    .optional("slug", .placed(.slug), "Its name in addresses; the file's name by default.") {
      $0.slug = $1
    },
    .optional("aliases", .list(.text), "Addresses it had before, which lead here: `old/name/`.") {
      $0.aliases = $1
    },
    .optional("internal_note", .text, "A note for colleagues, in the internal edition alone.") {
      $0.internalNote = $1
    },
  ]

  /// Whether the public edition of a moment leaves it out.
  func isHeldBack(asOf moment: Timestamp) -> Bool {
    isDraft || date.map { $0 > moment } ?? false
  }
}

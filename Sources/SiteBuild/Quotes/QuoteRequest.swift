internal import MarkdownHTML

/// What an author wants quoted: the body of a `quote` block.
struct QuoteRequest: Sendable {
  var community: String?
  var item = ""
  var words = ""
  var language: String?

  static let schema = Schema<QuoteRequest>(
    kind: "a quote",
    keys: [
      .required("item", .text, "The id of the item the words are from.") { $0.item = $1 },
      .required("words", .text, "The words, verbatim; […] where some are left out.") {
        $0.words = $1
      },
      .optional("community", .slug, "Whose item; needed where there are several communities.") {
        $0.community = $1
      },
      .optional("language", .text, "The language of the words as a BCP 47 tag.") {
        $0.language = $1
      },
    ])
}

internal import Basics
internal import MarkdownHTML

/// What an author wants quoted: the body of a `quote` block.
struct QuoteRequest: Sendable {
  var community: String?
  var item = ""
  /// Verbatim; nil where the author tells it in other words.
  var words: String?
  var paraphrase: String?
  /// Who answers for a paraphrase: one of the `editors` of `site.yaml`.
  var editor: String?
  var language: String?

  static let schema = Schema<QuoteRequest>(
    kind: "a quote",
    keys: [
      .required("item", .text, "The id of the item the words are from.") { $0.item = $1 },
      .optional("words", .text, "The words, verbatim; […] where some are left out.") {
        $0.words = $1
      },
      .optional("paraphrase", .text, "What was said, in other words, where nothing allows a quote.")
      {
        $0.paraphrase = $1
      },
      .optional("editor", .text, "Who answers for the paraphrase: an editor of `site.yaml`.") {
        $0.editor = $1
      },
      .optional("community", .slug, "Whose item; needed where there are several communities.") {
        $0.community = $1
      },
      .optional("language", .text, "The language of the words as a BCP 47 tag.") {
        $0.language = $1
      },
    ],
    rules: [
      SchemaRule(
        at: "words", with: ["paraphrase"], "a quote has either `words` or a `paraphrase`",
        unless: { ($0.words == nil) != ($0.paraphrase == nil) }),
      SchemaRule(
        at: "paraphrase", with: ["editor"], "a paraphrase is signed off by an editor",
        fix: "add `editor:` with one of the `editors` of site.yaml",
        unless: { ($0.paraphrase == nil) == ($0.editor == nil) }),
    ])
}

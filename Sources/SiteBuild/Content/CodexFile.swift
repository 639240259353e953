internal import Basics
internal import MarkdownHTML

/// The codes by which conversations are read: `Content/codex.yaml`.
struct CodexFile: Sendable {
  /// Whether the built-in codes stay, and those written here are laid over them by name.
  var keepsBuiltIn = true
  var codes: [Placed<CodexCode>] = []
  /// The file, for the places of what it says; empty where there is none.
  var source = SourceText(file: SiteFolders.codex, bytes: [])

  static let about = """
    What conversations are read for: codes with the phrases that give them away. Those that are \
    built in (question, criticism, praise, thanks, suggestion, request, announcement) stay, unless \
    `built_in: false`; a code written here with the same name takes the place of the built-in one.
    """

  static let schema = Schema<CodexFile>(
    kind: "codex.yaml",
    keys: [
      .optional("built_in", .flag, "Whether the built-in codes stay; yes by default.") {
        $0.keepsBuiltIn = $1
      },
      .optional("codes", .list(.record(CodexCode.schema, empty: CodexCode())), "The codes.") {
        $0.codes = $1
      },
    ])
}

/// One code: what it means and what gives it away.
struct CodexCode: Sendable {
  var code = ""
  var title: String?
  var meaning: String?
  /// By language.
  var cues: [CodexCues] = []
  var examples: [Placed<String>] = []

  static let schema = Schema<CodexCode>(
    kind: "a code",
    keys: [
      .required("code", .slug, "Its name in tables.") { $0.code = $1 },
      .optional("title", .text, "Its name on pages; the code by default.") { $0.title = $1 },
      .optional("meaning", .text, "When something bears it, in a sentence.") { $0.meaning = $1 },
      .required("cues", .cues, "Phrases that give it away, by language.") { $0.cues = $1 },
      .optional("examples", .list(.text), "Sentences that bear it, for people who code.") {
        $0.examples = $1
      },
    ])
}

/// The phrases of one language that give a code away.
struct CodexCues: Sendable {
  /// A BCP 47 tag.
  var language: String
  /// Matched as whole words, in any case, without accents.
  var phrases: [Placed<String>]
}

extension FieldType<[CodexCues]> {
  /// `{en: [how do i], de: [wie kann ich]}`
  static let cues = FieldType(name: "a map of languages (en, de-AT), each a list of phrases") {
    value, reading in
    guard let entries = value.entries, !entries.isEmpty else { return nil }
    var cues: [CodexCues] = []
    for entry in entries {
      let key = YAMLValue(.scalar(entry.key, isQuoted: false), at: entry.keyPlace)
      guard let language = reading.read(key, as: FieldType<String>.language, called: entry.key),
        let phrases = reading.read(
          entry.value, as: FieldType<[Placed<String>]>.list(.text), called: entry.key)
      else { continue }
      cues.append(CodexCues(language: language, phrases: phrases))
    }
    return cues.count == entries.count ? cues : nil
  }
}

internal import Basics

enum FrontMatterCodes {
  static let syntax = DiagnosticCode(
    "F001", "not readable as YAML",
    "Front matter, settings and component bodies are YAML: `key: value`, lists with `- `, "
      + "indented with spaces. A value with `: ` or ` #` in it, or that starts with one of "
      + "`@ % & * ! | > [ { \"`, stands in quotes.")
  static let notClosed = DiagnosticCode(
    "F002", "front matter not closed",
    "A file whose first line is `---` has front matter, which ends with another line `---`.")
  static let notAMap = DiagnosticCode(
    "F003", "not a map",
    "Front matter and component bodies are lines of `key: value`.")
  static let keyTwice = DiagnosticCode(
    "F004", "key written twice",
    "A key may stand once in a map: which of the two values counts would be a guess.")
  static let alias = DiagnosticCode(
    "F005", "anchors and aliases",
    "`&name` and `*name` are not read: a few lines of them can stand for millions of values. "
      + "Write the value out, or put a text that starts with `*` or `&` in quotes.")
  static let tooLarge = DiagnosticCode(
    "F006", "YAML too large or too deep",
    "A YAML text may have 1 MiB, 50,000 values, and lists and maps 32 deep.")
  static let badKey = DiagnosticCode(
    "F007", "key is not a text",
    "The keys of a map are texts; a list or a map cannot be one. A text that begins with `{{` stands in "
      + "quotes, as YAML takes braces for maps.")
  static let secondDocument = DiagnosticCode(
    "F008", "second YAML document",
    "A file holds one YAML document; a line `---` inside it would start another.")
  static let character = DiagnosticCode(
    "F009", "character that no page can hold",
    "Control characters break feeds, U+202A–U+202E make a page read other than it is, and tag "
      + "characters say things that nobody sees. They come from copying, or by `\\u` in quotes. "
      + "Right-to-left text needs none of them.")

  static let all = [
    syntax, notClosed, notAMap, keyTwice, alias, tooLarge, badKey, secondDocument, character,
  ]
}

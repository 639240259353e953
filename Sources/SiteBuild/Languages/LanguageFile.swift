internal import Basics
internal import MarkdownHTML

/// One language file while it is read: what it says is laid over what was known before.
struct LanguageFile {
  let source: SourceText
  /// What the file's texts must agree with: the English ones, or those it changes.
  let reference: Wording?
  var parts: WordingParts
  private(set) var diagnostics: [Diagnostic] = []
  /// Keys that the file has, as `texts.menu`.
  var found: Set<String> = []
  let plurals: PluralRule

  init(_ source: SourceText, over parts: WordingParts, reference: Wording?) {
    self.source = source
    self.reference = reference
    self.parts = parts
    plurals = PluralRule(language: parts.language)
  }

  private static let topKeys = [
    "language", "direction", "small_after_colon", "list_separator", "quotation_marks", "formats",
    "texts", "metrics",
  ]

  mutating func read() {
    let yaml: YAMLValue
    do throws(Diagnostic) {
      yaml = try readYAML(source)
    } catch {
      return diagnostics.append(error)
    }
    for entry in entries(of: yaml, named: "a language file") {
      found.insert(entry.key)
      switch entry.key {
      case "language": break
      case "direction": readDirection(entry.value)
      case "small_after_colon": readFlag(entry)
      case "list_separator":
        if let text = text(of: entry) { parts.listSeparator = text }
      case "quotation_marks": readQuotationMarks(entry)
      case "formats": readFormats(entry.value)
      case "texts":
        for text in entries(of: entry.value, named: "`texts`") { readMessage(text) }
      case "metrics":
        for metric in entries(of: entry.value, named: "`metrics`") { readMetric(metric) }
      default: unknown(entry, among: LanguageFile.topKeys)
      }
    }
  }

  private mutating func readQuotationMarks(_ entry: YAMLEntry) {
    guard let text = text(of: entry) else { return }
    guard let marks = QuotationMarks(text) else {
      return fault(
        "`\(text)` is not four quotation marks", at: entry.value.place,
        fix: "write the outer and the inner ones: `“”‘’`")
    }
    parts.quotationMarks = marks
  }

  // MARK: Values

  private mutating func readDirection(_ value: YAMLValue) {
    guard let text = value.text, ["ltr", "rtl"].contains(text) else {
      return fault("`direction` is `ltr` or `rtl`", at: value.place)
    }
    parts.isRightToLeft = text == "rtl"
  }

  private mutating func readFlag(_ entry: YAMLEntry) {
    guard let flag = entry.value.boolean else {
      return fault("`\(entry.key)` is `true` or `false`", at: entry.value.place)
    }
    parts.continuesInSmallLetters = flag
  }

  mutating func entries(of value: YAMLValue, named name: String) -> [YAMLEntry] {
    if let entries = value.entries { return entries }
    fault("\(name) is a map of keys, not \(value.kindText)", at: value.place)
    return []
  }

  mutating func text(of entry: YAMLEntry) -> String? {
    if case .scalar(let text, _) = entry.value.content, !text.isEmpty { return text }
    fault("`\(entry.key)` is a text, not \(entry.value.kindText)", at: entry.value.place)
    return nil
  }

  mutating func pattern(_ text: String, at place: YAMLPlace) -> TextPattern? {
    do throws(TextPatternFault) {
      return try TextPattern(text)
    } catch {
      fault(error.message, at: place, fix: "write a gap as `{name}`")
      return nil
    }
  }

  mutating func unknown(_ entry: YAMLEntry, among known: [String]) {
    diagnostics.append(
      Diagnostic(
        LanguageCodes.unknownKey, "there is no text `\(entry.key)`",
        at: source.excerpt(at: entry.keyPlace),
        fix: suggestion(for: entry.key, among: known)
          ?? (known.count < 12 ? "known: " + known.sorted().joined(separator: ", ") : nil)))
  }

  mutating func fault(_ message: String, at place: YAMLPlace, fix: String? = nil) {
    diagnostics.append(
      Diagnostic(LanguageCodes.badText, message, at: source.excerpt(at: place), fix: fix))
  }
}

internal import Basics
internal import MarkdownHTML
internal import Measures

/// One language file while it is read: what it says is laid over what was known before.
struct LanguageFile {
  let source: SourceText
  /// What the file's texts must agree with: the English ones, or those it changes.
  let reference: Wording?
  private(set) var parts: WordingParts
  private(set) var diagnostics: [Diagnostic] = []
  /// Keys that the file has, as `texts.menu`.
  private(set) var found: Set<String> = []
  private let plurals: PluralRule

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

  // MARK: Messages

  private mutating func readMessage(_ entry: YAMLEntry) {
    let known = reference?.messages[entry.key]
    if let reference, known == nil {
      return unknown(entry, among: Array(reference.messages.keys))
    }
    guard let message = message(entry) else { return }
    check(message, against: known?.gaps, of: entry)
    parts.messages[entry.key] = message
    found.insert("texts.\(entry.key)")
  }

  private mutating func message(_ entry: YAMLEntry) -> Message? {
    guard let forms = entry.value.entries else {
      return text(of: entry).flatMap { pattern($0, at: entry.value.place) }.map(Message.plain)
    }
    var patterns: [PluralForm: TextPattern] = [:]
    for form in forms {
      guard let known = PluralForm(rawValue: form.key), plurals.forms.contains(known) else {
        unknown(form, among: plurals.forms.map(\.rawValue))
        continue
      }
      if let text = text(of: form) { patterns[known] = pattern(text, at: form.value.place) }
    }
    let missing = plurals.forms.filter { form in !forms.contains { $0.key == form.rawValue } }
    if !missing.isEmpty {
      let names = missing.map { "`\($0.rawValue)`" }.joined(separator: ", ")
      fault("`\(entry.key)` lacks the plural form \(names)", at: entry.keyPlace)
    }
    return patterns.count == plurals.forms.count ? .counted(patterns) : nil
  }

  private mutating func check(_ message: Message, against gaps: [String]?, of entry: YAMLEntry) {
    guard let gaps else { return }
    let forms: [TextPattern]
    switch message {
    case .plain(let pattern): forms = [pattern]
    case .counted(let patterns): forms = PluralForm.allCases.compactMap { patterns[$0] }
    }
    for gap in Set(forms.flatMap(\.gaps)).sorted() where !gaps.contains(gap) {
      fault(
        "`\(entry.key)` has no gap `{\(gap)}`", at: entry.value.place,
        fix: suggestion(for: gap, among: gaps)
          ?? (gaps.isEmpty ? "it has none" : "it has {" + gaps.joined(separator: "}, {") + "}"))
    }
    // A form for one thing may say so in a word.
    let isCounted = forms.count > 1
    for gap in gaps where !(isCounted && gap == Message.count) {
      guard forms.contains(where: { !$0.gaps.contains(gap) }) else { continue }
      fault("`\(entry.key)` leaves out `{\(gap)}`", at: entry.value.place)
    }
  }

  // MARK: Metrics

  private mutating func readMetric(_ entry: YAMLEntry) {
    guard let id = MetricID(rawValue: entry.key) else {
      return unknown(entry, among: MetricID.allCases.map(\.rawValue))
    }
    let metric = Metrics.metric(id)
    var wording =
      parts.metrics[entry.key]
      ?? MetricWording(title: metric.title, definition: metric.definition, meanings: [:])
    for field in entries(of: entry.value, named: "a metric") {
      switch field.key {
      case "title": wording.title = text(of: field) ?? wording.title
      case "definition": wording.definition = text(of: field) ?? wording.definition
      case "meanings":
        for part in entries(of: field.value, named: "`meanings`") {
          readMeaning(part, of: metric, into: &wording)
        }
      default: unknown(field, among: ["title", "definition", "meanings"])
      }
    }
    parts.metrics[entry.key] = wording
  }

  /// The only number of a plain metric has no name of its own and is written as `value`.
  private mutating func readMeaning(
    _ entry: YAMLEntry, of metric: Metric, into wording: inout MetricWording
  ) {
    let names = metric.parts.map { $0.name.isEmpty ? "value" : $0.name }
    guard names.contains(entry.key) else { return unknown(entry, among: names) }
    wording.meanings[entry.key == "value" ? "" : entry.key] = text(of: entry)
  }

  // MARK: Formats

  private mutating func readFormats(_ value: YAMLValue) {
    for group in entries(of: value, named: "`formats`") {
      guard FormatKeys.groups.contains(group.key) else {
        unknown(group, among: FormatKeys.groups)
        continue
      }
      for entry in entries(of: group.value, named: "`\(group.key)`") {
        guard FormatKeys.keys(of: group.key).contains(entry.key) else {
          unknown(entry, among: FormatKeys.keys(of: group.key))
          continue
        }
        found.insert("formats.\(group.key).\(entry.key)")
        readFormat(entry, in: group.key)
      }
    }
  }

  private mutating func readFormat(_ entry: YAMLEntry, in group: String) {
    if let months = FormatKeys.months.first(where: { $0.key == entry.key }) {
      let names = entry.value.list?.compactMap(\.text) ?? []
      guard names.count == 12 else {
        return fault("`\(entry.key)` is a list of twelve names", at: entry.value.place)
      }
      parts.formats[keyPath: months.path] = names
      return
    }
    guard let text = text(of: entry) else { return }
    if entry.key == FormatKeys.digits.key, group == FormatKeys.digits.group {
      guard text.count == 10 else {
        return fault("`digits` are ten characters", at: entry.value.place)
      }
      parts.formats.numbers.digits = text == "0123456789" ? [] : Array(text)
    } else if let plain = FormatKeys.texts.first(where: { $0.key == entry.key }) {
      parts.formats[keyPath: plain.path] = text
    } else if let known = FormatKeys.patterns.first(where: {
      $0.group == group && $0.key == entry.key
    }) {
      readPattern(text, known, entry)
    }
  }

  private mutating func readPattern(
    _ text: String, _ known: FormatKeys.Pattern, _ entry: YAMLEntry
  ) {
    let kept = known.breaks ? text : text.replacing(" ", with: noBreakSpace)
    guard let pattern = pattern(kept, at: entry.value.place) else { return }
    let fits =
      known.isFree
      ? pattern.gaps.allSatisfy(known.gaps.contains) : pattern.gaps.sorted() == known.gaps
    guard fits else {
      let gaps = known.gaps.map { "{\($0)}" }.joined(separator: ", ")
      return fault(
        "`\(entry.key)` has other gaps than it needs", at: entry.value.place,
        fix: known.isFree ? "it may have \(gaps)" : "it needs \(gaps)")
    }
    parts.formats[keyPath: known.path] = pattern
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

  private mutating func entries(of value: YAMLValue, named name: String) -> [YAMLEntry] {
    if let entries = value.entries { return entries }
    fault("\(name) is a map of keys, not \(value.kindText)", at: value.place)
    return []
  }

  private mutating func text(of entry: YAMLEntry) -> String? {
    if case .scalar(let text, _) = entry.value.content, !text.isEmpty { return text }
    fault("`\(entry.key)` is a text, not \(entry.value.kindText)", at: entry.value.place)
    return nil
  }

  private mutating func pattern(_ text: String, at place: YAMLPlace) -> TextPattern? {
    do throws(TextPatternFault) {
      return try TextPattern(text)
    } catch {
      fault(error.message, at: place, fix: "write a gap as `{name}`")
      return nil
    }
  }

  private mutating func unknown(_ entry: YAMLEntry, among known: [String]) {
    diagnostics.append(
      Diagnostic(
        LanguageCodes.unknownKey, "there is no text `\(entry.key)`",
        at: source.excerpt(at: entry.keyPlace),
        fix: suggestion(for: entry.key, among: known)
          ?? (known.count < 12 ? "known: " + known.sorted().joined(separator: ", ") : nil)))
  }

  private mutating func fault(_ message: String, at place: YAMLPlace, fix: String? = nil) {
    diagnostics.append(
      Diagnostic(LanguageCodes.badText, message, at: source.excerpt(at: place), fix: fix))
  }
}

internal import Basics
internal import MarkdownHTML

extension LanguageFile {
  mutating func readMessage(_ entry: YAMLEntry) {
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
}

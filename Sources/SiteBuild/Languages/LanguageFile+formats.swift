internal import Basics
internal import MarkdownHTML

extension LanguageFile {
  mutating func readFormats(_ value: YAMLValue) {
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
}

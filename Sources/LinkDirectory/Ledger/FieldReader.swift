internal import Basics
internal import JSONText

/// Takes the fields of one JSON object and reports each that is not as it must be.
struct FieldReader {
  private let fields: [JSONField]
  private(set) var findings: LineFindings

  init(_ fields: [JSONField], _ findings: LineFindings) {
    self.fields = fields
    self.findings = findings
  }

  func field(_ name: String) -> JSONField? { fields.first { $0.name == name } }

  /// Reports fields that are none of the known ones.
  mutating func refuseOthers(than known: [String], in what: String) {
    for field in fields where !known.contains(field.name) {
      findings.report(
        LinkDirectoryCodes.unknownField, "unknown field `\(field.name)` in \(what)",
        atName: field,
        fix: suggestion(for: field.name, among: known)
          ?? "known: " + known.joined(separator: ", "))
    }
  }

  /// Reports a field that must be there and is not.
  mutating func require(_ names: [String], in what: String) {
    for name in names where field(name) == nil {
      findings.report(LinkDirectoryCodes.fieldNeeds, "\(what) lacks the field `\(name)`")
    }
  }

  mutating func forbid(_ name: String, in what: String) {
    guard let field = field(name) else { return }
    findings.report(
      LinkDirectoryCodes.fieldNeeds, "\(what) cannot have the field `\(name)`", atName: field)
  }

  /// The value of a text field as `parse` understands it; nil, with a finding, where it does not.
  mutating func text<Value>(
    _ name: String, _ wanted: String, _ parse: (String) -> Value?
  ) -> Value? {
    guard let value = field(name)?.value else { return nil }
    if let text = value.string, let parsed = parse(text) { return parsed }
    let found = value.string.map { "`\($0)`" } ?? value.kindName
    findings.report(
      LinkDirectoryCodes.wrongValue, "`\(name)` wants \(wanted), not \(found)", at: value)
    return nil
  }

  /// One of the words of an enumeration, with the nearest one as a fix.
  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ name: String, among allowed: [Word] = Array(Word.allCases)
  ) -> Word? where Word.RawValue == String {
    guard let value = field(name)?.value else { return nil }
    return word(name, value, among: allowed)
  }

  private mutating func word<Word: RawRepresentable>(
    _ name: String, _ value: JSONValue, among allowed: [Word]
  ) -> Word? where Word.RawValue == String {
    if let found = allowed.first(where: { $0.rawValue == value.string }) { return found }
    let found = value.string.map { "`\($0)`" } ?? value.kindName
    let words = allowed.map(\.rawValue)
    findings.report(
      LinkDirectoryCodes.wrongValue, "unknown \(name) \(found)", at: value,
      fix: suggestion(for: value.string ?? "", among: words)
        ?? "known: " + words.joined(separator: ", "))
    return nil
  }

  /// A list of different words; not empty.
  mutating func words<Word: RawRepresentable & Equatable>(
    _ name: String, among allowed: [Word]
  ) -> [Word] where Word.RawValue == String {
    guard let value = field(name)?.value else { return [] }
    guard let values = value.array, !values.isEmpty else {
      findings.report(
        LinkDirectoryCodes.wrongValue, "`\(name)` wants a list of words", at: value)
      return []
    }
    var found: [Word] = []
    for value in values {
      guard let word = word(name, value, among: allowed) else { continue }
      if found.contains(word) {
        findings.report(
          LinkDirectoryCodes.wrongValue, "\(name) `\(word.rawValue)` comes twice", at: value)
      }
      found.append(word)
    }
    return found
  }

  /// The fields of an inner object, to be read in the same way.
  mutating func inner(_ name: String) -> FieldReader? {
    guard let value = field(name)?.value else { return nil }
    if let fields = value.object { return FieldReader(fields, findings) }
    findings.report(
      LinkDirectoryCodes.wrongValue, "`\(name)` wants an object, not \(value.kindName)", at: value)
    return nil
  }

  /// Takes back what was found while an inner object was read.
  mutating func adopt(_ inner: FieldReader) { findings = inner.findings }

  mutating func report(
    _ code: DiagnosticCode, _ message: String, at name: String, fix: String? = nil
  ) {
    guard let value = field(name)?.value else {
      return findings.report(code, message, fix: fix)
    }
    findings.report(code, message, at: value, fix: fix)
  }
}

extension FieldReader {
  /// A moment exactly as the ledger writes it.
  mutating func moment(_ name: String) -> Timestamp? {
    text(name, "a moment as 2026-01-02T03:04:05Z") { text in
      Timestamp(text).flatMap { $0.description == text ? $0 : nil }
    }
  }

  /// 64 small hexadecimal digits behind `sha256:`, or without it.
  mutating func digest(_ name: String, prefixed: Bool = false) -> String? {
    let wanted = (prefixed ? "`sha256:` and " : "") + "64 hexadecimal digits"
    return text(name, wanted) { text in
      guard !prefixed || text.hasPrefix("sha256:") else { return nil }
      let digits = prefixed ? String(text.dropFirst(7)) : text
      return isDigest(digits) ? digits : nil
    }
  }
}

/// 64 small hexadecimal digits.
func isDigest(_ text: String) -> Bool {
  text.utf8.count == 64
    && text.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
}

package import Basics

/// What a schema may ask of a value; nil means it is not written that way.
extension YAMLValue {
  /// Nothing, `~` or `null`, unquoted.
  package var isNull: Bool {
    guard case .scalar(let text, isQuoted: false) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }

  /// Any scalar but null, whatever it looks like: `no` is the text "no".
  package var text: String? {
    guard case .scalar(let text, _) = content, !isNull else { return nil }
    return text
  }

  /// `true` and `false`, unquoted; `yes`, `no` and `on` are texts.
  package var boolean: Bool? {
    switch plain {
    case "true": true
    case "false": false
    default: nil
    }
  }

  /// Decimal digits with an optional sign, unquoted.
  package var integer: Int? {
    plain.flatMap { $0.allSatisfy(\.isASCII) ? Int($0) : nil }
  }

  /// A decimal number with an optional fraction, unquoted; no exponent, no infinity, no `1:30`.
  package var number: Double? {
    guard let plain else { return nil }
    let unsigned = plain.first == "-" || plain.first == "+" ? plain.dropFirst() : plain[...]
    let parts = unsigned.split(separator: ".", omittingEmptySubsequences: false)
    let areDigits = parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    guard areDigits, parts.count <= 2, let value = Double(plain), value.isFinite else { return nil }
    return value
  }

  /// `2026-11-21`, quoted or not.
  package var day: CalendarDay? { text.flatMap { CalendarDay($0) } }

  /// RFC 3339 with a zone, quoted or not.
  package var timestamp: Timestamp? { text.flatMap { Timestamp($0) } }

  package var list: [YAMLValue]? {
    if case .list(let values) = content { values } else { nil }
  }

  package var entries: [YAMLEntry]? {
    if case .map(let entries) = content { entries } else { nil }
  }

  /// The value of a key; nil when this is no map or has no such key.
  package subscript(key: String) -> YAMLValue? {
    entries?.first { $0.key == key }?.value
  }

  /// `a list`, `a map`, `nothing` or ``the text `x` ``, for messages.
  package var kindText: String {
    switch content {
    case .list: "a list"
    case .map: "a map"
    case .scalar(let text, _): isNull ? "nothing" : "the text `\(text.prefix(40))`"
    }
  }

  private var plain: String? {
    if case .scalar(let text, isQuoted: false) = content { text } else { nil }
  }
}

/// All texts of the user interface in one language, with its ways of writing numbers and days.
package struct Wording: Sendable, Hashable {
  /// A BCP 47 tag: `de`, `ar`.
  package let language: String
  package let isRightToLeft: Bool
  package let formats: TextFormats
  /// Whether a sentence goes on in small letters after a colon, as in English.
  package let continuesInSmallLetters: Bool
  /// Between the parts of a list: `, `.
  package let listSeparator: String
  package let messages: [String: Message]
  /// What metrics are called, by their ids; those that are missing keep their English definition.
  package let metrics: [String: MetricWording]
  private let plurals: PluralRule

  package init(_ parts: WordingParts) {
    language = parts.language
    isRightToLeft = parts.isRightToLeft
    formats = parts.formats
    continuesInSmallLetters = parts.continuesInSmallLetters
    listSeparator = parts.listSeparator
    messages = parts.messages
    metrics = parts.metrics
    plurals = PluralRule(language: parts.language)
  }

  package var numbers: NumberFormat { formats.numbers }

  /// A message with its gaps filled; the key is one of those that every language has.
  package func text(key: String, _ values: [String: MessageValue]) -> String {
    guard let message = messages[key] else {
      // Languages are read whole or not at all, so a key of ours cannot be missing.
      preconditionFailure("no text `\(key)` in \(language)")
    }
    if values.isEmpty, let plain = message.plainText { return plain }
    return pattern(of: message, values).filled { name in values[name].map(text) ?? "" }
  }

  /// A text that follows a colon or stands inside a sentence: `Week of 3 Feb` → `week of 3 Feb`.
  ///
  /// Names of months keep their capital, and so do languages that write it everywhere.
  package func continued(_ text: String) -> String {
    let first = text.prefix { !$0.isWhitespace }
    let names = formats.dates.months + formats.dates.shortMonths
    guard continuesInSmallLetters, first.allSatisfy(\.isLetter), !names.contains(String(first))
    else { return text }
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  private func pattern(
    of message: Message, _ values: [String: MessageValue]
  ) -> TextPattern {
    switch message {
    case .plain(let pattern): return pattern
    case .counted(let forms):
      var form = PluralForm.other
      if case .count(let n)? = values[Message.count] {
        form = plurals.form(of: n)
      }
      guard let pattern = forms[form] ?? forms[.other] else {
        preconditionFailure("a counted message without a form for all the rest")
      }
      return pattern
    }
  }

  private func text(_ value: MessageValue) -> String {
    switch value {
    case .text(let text): text
    case .count(let number): numbers.text(number)
    }
  }
}

/// What a ``Wording`` is made of.
package struct WordingParts: Sendable {
  package var language: String
  package var isRightToLeft = false
  package var formats: TextFormats
  package var continuesInSmallLetters = false
  package var listSeparator = ", "
  package var messages: [String: Message] = [:]
  package var metrics: [String: MetricWording] = [:]

  package init(language: String, formats: TextFormats) {
    self.language = language
    self.formats = formats
  }
}

/// A metric in another language than that of its definition.
package struct MetricWording: Sendable, Hashable {
  package var title: String
  package var definition: String
  /// By the names of the metric's numbers.
  package var meanings: [String: String]

  package init(title: String, definition: String, meanings: [String: String]) {
    self.title = title
    self.definition = definition
    self.meanings = meanings
  }
}

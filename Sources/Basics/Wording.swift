/// All texts of the user interface in one language, with its ways of writing numbers and days.
package struct Wording: Sendable, Hashable {
  private let box: Box

  package init(_ parts: WordingParts) {
    box = Box(parts)
  }

  /// A class, so that handing all texts on costs one reference and not one for each part.
  private final class Box: Sendable {
    let parts: WordingParts
    let plurals: PluralRule

    init(_ parts: WordingParts) {
      self.parts = parts
      plurals = PluralRule(language: parts.language)
    }
  }

  /// A BCP 47 tag: `de`, `ar`.
  package var language: String { box.parts.language }
  package var isRightToLeft: Bool { box.parts.isRightToLeft }
  package var formats: TextFormats { box.parts.formats }
  /// Between the parts of a list: `, `.
  package var listSeparator: String { box.parts.listSeparator }
  /// Around quotations in texts whose author asks for smart punctuation.
  package var quotationMarks: QuotationMarks { box.parts.quotationMarks }
  package var messages: [String: Message] { box.parts.messages }
  /// What metrics are called, by their ids; those that are missing keep their English definition.
  package var metrics: [String: MetricWording] { box.parts.metrics }
  /// All that a language file says, to be laid under another one.
  package var parts: WordingParts { box.parts }

  package static func == (left: Wording, right: Wording) -> Bool {
    left.box === right.box || left.box.parts == right.box.parts
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(language) }

  package var numbers: NumberFormat { formats.numbers }

  /// A message with its gaps filled; the key is one of those that every language has.
  package func text(key: String, _ values: [String: MessageValue]) -> String {
    guard let message = box.parts.messages[key] else {
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
    guard box.parts.continuesInSmallLetters, first.allSatisfy(\.isLetter),
      !names.contains(String(first))
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
        form = box.plurals.form(of: n)
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
package struct WordingParts: Sendable, Hashable {
  package var language: String
  package var isRightToLeft = false
  package var formats: TextFormats
  /// Whether a sentence goes on in small letters after a colon, as in English.
  package var continuesInSmallLetters = false
  package var listSeparator = ", "
  package var quotationMarks = QuotationMarks.english
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

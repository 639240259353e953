/// A text of the user interface: one pattern, or one for each form of a count.
package enum Message: Sendable, Hashable {
  case plain(TextPattern)
  /// By the forms of the language's plural; chosen by the value of the gap `n`.
  case counted([PluralForm: TextPattern])

  /// The gap that a counted message is chosen by.
  package static let count = "n"

  /// The names of its gaps, sorted; a counted message has `n` even where a form leaves it out.
  package var gaps: [String] {
    switch self {
    case .plain(let pattern): pattern.gaps.sorted()
    case .counted(let forms):
      Set(forms.values.flatMap(\.gaps) + [Message.count]).sorted()
    }
  }

  /// The text, where nothing is to be filled in.
  package var plainText: String? {
    if case .plain(let pattern) = self { pattern.plain } else { nil }
  }
}

/// What fills a gap of a message.
package enum MessageValue: Sendable, Hashable {
  case text(String)
  /// Written as the language writes numbers, and what chooses the form of a counted message.
  case count(Int)
}

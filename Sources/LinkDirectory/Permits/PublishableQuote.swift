/// Somebody's own words, allowed to be printed, with what is owed for them.
package struct PublishableQuote: Sendable, Hashable {
  package enum Credit: Sendable, Hashable {
    /// The licence allows it and asks for the name.
    case licence(CreditedName, ContentLicence)
    /// The author allows it; named only where the author allows that too.
    case permission(CreditedName?)
  }

  package let words: String
  package let credit: Credit
  package let source: SourceLink

  init(words: String, credit: Credit, source: SourceLink) {
    self.words = words
    self.credit = credit
    self.source = source
  }
}

/// What somebody said in other words, for which an editor answers by name.
package struct PublishableParaphrase: Sendable, Hashable {
  package let words: String
  package let editor: String
  package let source: SourceLink

  init(words: String, editor: String, source: SourceLink) {
    self.words = words
    self.editor = editor
    self.source = source
  }
}

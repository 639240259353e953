package import LinkDirectory

/// What is asked before a site is begun.
package struct StarterAnswers: Sendable {
  package var title: SingleLine
  package var organisation: SingleLine
  /// The absolute address the site will have; nil where nobody knows it yet.
  package var address: WebAddress?
  package var language: StarterLanguage

  package init(
    title: SingleLine, organisation: SingleLine, address: WebAddress? = nil,
    language: StarterLanguage = .english
  ) {
    self.title = title
    self.organisation = organisation
    self.address = address
    self.language = language
  }
}

/// A name that can stand in a line of settings: not blank, at most 200 characters, no controls.
package struct SingleLine: Sendable, Hashable {
  package let text: String

  package init?(_ text: String) {
    let words = text.split(separator: " ").joined(separator: " ")
    let isPlain = words.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: false
      default: !scalar.properties.isBidiControl
      }
    }
    guard isPlain, !words.isEmpty, words.count <= 200 else { return nil }
    self.text = words
  }

  /// `Ana's "shop"` → `"Ana's \"shop\""`
  var yaml: String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

/// The languages in which a first site is written.
package enum StarterLanguage: String, Sendable, CaseIterable {
  case english = "en"
  case german = "de"
  case arabic = "ar"
}

/// What a site listens for: codes with the phrases that give them to an item.
package struct Codex: Sendable, Hashable {
  /// In the order in which they are told; ids are unique.
  package var codes: [Code]

  package init(codes: [Code]) {
    self.codes = codes
  }

  /// One thing to listen for: `criticism`.
  package struct Code: Sendable, Hashable {
    /// Small letters, digits and hyphens: the name it has in tables and snapshots.
    package var id: String
    package var title: String
    /// When a person would give it, in a sentence.
    package var meaning: String
    package var phrases: [Phrase]
    /// Where one of these covers a hit, the hit does not count: `no problem` for `problem`.
    package var exceptions: [Phrase]
    /// Sentences that have the code, for whoever codes by hand.
    package var examples: [String]

    package init(
      id: String, title: String, meaning: String, phrases: [Phrase] = [],
      exceptions: [Phrase] = [], examples: [String] = []
    ) {
      self.id = id
      self.title = title
      self.meaning = meaning
      self.phrases = phrases
      self.exceptions = exceptions
      self.examples = examples
    }
  }

  /// A cue: one or more words. `crash*` lets its last word go on, `*able` its first begin earlier.
  package struct Phrase: Sendable, Hashable {
    package var text: String
    /// A BCP 47 tag; the phrase is not looked for in items of another language. nil: in all.
    package var language: String?

    package init(_ text: String, language: String? = nil) {
      self.text = text
      self.language = language
    }
  }

  package func code(_ id: String) -> Code? { codes.first { $0.id == id } }

  /// This codex with another's codes: phrases of codes that both have are joined, and the other's
  /// titles and meanings hold where it has them.
  package func adding(_ other: Codex) -> Codex {
    var joined = self
    for code in other.codes {
      guard let index = joined.codes.firstIndex(where: { $0.id == code.id }) else {
        joined.codes.append(code)
        continue
      }
      joined.codes[index].add(code)
    }
    return joined
  }
}

extension Codex.Code {
  fileprivate mutating func add(_ other: Codex.Code) {
    if !other.title.isEmpty { title = other.title }
    if !other.meaning.isEmpty { meaning = other.meaning }
    phrases += other.phrases
    exceptions += other.exceptions
    examples += other.examples
  }
}

extension [Codex.Phrase] {
  /// Phrases written one after another, parted by `|` or line ends.
  init(_ list: String, language: String) {
    self = list.split { $0 == "|" || $0 == "\n" }.compactMap { piece in
      let text = piece.trimmingBlanks()
      return text.isEmpty ? nil : Codex.Phrase(text, language: language)
    }
  }
}

extension Substring {
  fileprivate func trimmingBlanks() -> String {
    let start = drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }
}

/// One cue in a text: why it has a code, and where that stands.
package struct CodexHit: Sendable, Equatable {
  package var code: String
  /// The phrase as the codex writes it.
  package var cue: String
  /// The words of the text that it found.
  package var words: String
  /// Whether it stands in the title.
  package var isInTitle: Bool

  package init(code: String, cue: String, words: String, isInTitle: Bool = false) {
    self.code = code
    self.cue = cue
    self.words = words
    self.isInTitle = isInTitle
  }
}

/// Finds the cues of a codex in texts.
package struct CodexFinder: Sendable {
  private let cues: CuePhrases

  package init(_ codex: Codex) {
    cues = CuePhrases(MeasureInputs(codex: codex))
  }

  /// Title first, each in the order of places; what a person judged is not looked at.
  package func hits(in text: JudgedText) -> [CodexHit] {
    let language = text.language.map(primaryLanguage)
    var mask = ProseMask()
    let title = Array((text.title ?? "").utf8)
    let body = Array(text.content.utf8)
    let inTitle = title.withUnsafeBufferPointer { cues.hits(in: $0, language) }
    let inBody = body.withUnsafeBufferPointer {
      mask.withProse($0, text.mediaType) { cues.hits(in: $0, language) }
    }
    return inTitle.map { hit($0, title, isInTitle: true) }
      + inBody.map { hit($0, body, isInTitle: false) }
  }

  private func hit(_ hit: PhraseMatcher.Hit, _ text: [UInt8], isInTitle: Bool) -> CodexHit {
    let cue = cues.all[hit.phrase]
    return CodexHit(
      code: cues.names[cue.target], cue: cue.text,
      words: String(decoding: text[hit.start..<hit.end], as: UTF8.self), isInTitle: isInTitle)
  }
}

internal import Basics

/// Where a site speaks of itself instead of to a community: warnings, with the sentence shown.
func checkVoice(_ plan: SitePlan) -> [Diagnostic] {
  let words = VoiceWords(plan.settings)
  return plan.content.spoken.flatMap { file in
    ProseParagraph.all(of: file.source, from: file.bodyStart).flatMap { paragraph in
      [words.opening(paragraph, in: file), words.superlative(paragraph, in: file)]
        .compactMap(\.self)
    }
  } + plan.content.criticism.compactMap { waiting($0, plan) }
}

/// Criticism to which nobody has said anything for longer than the site allows itself.
private func waiting(_ file: ContentFile<Criticism>, _ plan: SitePlan) -> Diagnostic? {
  let days = plan.asOf.day.daysSinceEpoch - file.fields.raised.daysSinceEpoch
  guard file.fields.status == .heard, days > plan.settings.voice.answerWithin else { return nil }
  return Diagnostic(
    SiteBuildCodes.waitingCriticism,
    "“\(file.head.title)” has waited \(days) days for an answer",
    at: SourceLocation(file: file.path.text, line: 1), severity: .warning,
    fix: "answer it where it was raised, then set `status:`, `since:` and `answer:`")
}

extension SiteContent {
  /// What is written in our own voice; plain sections may be manuals, or minutes of others.
  fileprivate var spoken: [any ContentEntry] {
    let shelves: [[any ContentEntry]] = [
      insights, pages, explainers, sketches, criticism, jobs, reps,
    ]
    return shelves.flatMap(\.self)
  }
}

/// What a paragraph is searched for.
private struct VoiceWords {
  let organisation: String
  let openings: [String]
  let superlatives: [String]

  init(_ settings: SiteSettings) {
    organisation = settings.organisation
    openings = settings.voice.openings(in: settings.language.value)
    superlatives = settings.voice.superlatives(in: settings.language.value)
  }

  func opening(_ paragraph: ProseParagraph, in file: any ContentEntry) -> Diagnostic? {
    // Emphasis, a link or a quotation mark may stand before the first word.
    let text = paragraph.text.drop { !$0.isLetter && !$0.isNumber }
    let before = paragraph.text.utf8.count - text.utf8.count
    let phrases = (organisation.isEmpty ? [] : [organisation]) + openings
    guard let phrase = phrases.first(where: { text.begins(withPhrase: $0) }) else { return nil }
    let start = paragraph.range.lowerBound + before
    return finding(
      SiteBuildCodes.opensWithUs, "“\(sentence(text))” begins with us", in: file,
      start..<start + phrase.utf8.count,
      fix: "begin with what people there said, did or asked")
  }

  func superlative(_ paragraph: ProseParagraph, in file: any ContentEntry) -> Diagnostic? {
    for word in superlatives {
      guard let range = paragraph.text.range(ofPhrase: word) else { continue }
      let before = paragraph.text[..<range.lowerBound].utf8.count
      let start = paragraph.range.lowerBound + before
      let length = paragraph.text[range].utf8.count
      let sentence = sentence(paragraph.text[paragraph.sentenceStart(before: range.lowerBound)...])
      return finding(
        SiteBuildCodes.superlative, "“\(sentence)” praises us", in: file, start..<start + length,
        fix: "say what it does, with a number or a link")
    }
    return nil
  }

  private func finding(
    _ code: DiagnosticCode, _ message: String, in file: any ContentEntry, _ range: Range<Int>,
    fix: String
  ) -> Diagnostic {
    Diagnostic(
      code, message, at: file.source.excerpt(of: range), severity: .warning, fix: fix)
  }

  /// Up to its end, or to where it gets long.
  private func sentence(_ text: Substring) -> String {
    let end = text.indices.first { index in
      ".!?".contains(text[index]) && text.index(after: index) < text.endIndex
        && text[text.index(after: index)].isWhitespace
    }
    let whole = text[..<(end ?? text.endIndex)].split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    return whole.count > 100 ? whole.prefix(99) + "…" : whole
  }
}

extension ProseParagraph {
  fileprivate func sentenceStart(before place: String.Index) -> String.Index {
    let before = text[..<place]
    guard let end = before.lastIndex(where: { ".!?".contains($0) }) else { return text.startIndex }
    return text[text.index(after: end)...].firstIndex { !$0.isWhitespace } ?? place
  }
}

extension Substring {
  /// Whether it begins with some words, in any case, and not with a longer word.
  fileprivate func begins(withPhrase phrase: String) -> Bool {
    // No more than the phrase is looked at: of a long text every word would cost the whole rest.
    guard prefix(phrase.count).lowercased() == phrase.lowercased() else { return false }
    let rest = dropFirst(phrase.count)
    return rest.first.map { !$0.isLetter && !$0.isNumber } ?? true
  }

  /// Where some words stand first, in any case and as whole words.
  fileprivate func range(ofPhrase phrase: String) -> Range<Index>? {
    var rest = self[...]
    while let first = phrase.first {
      let start = rest.firstIndex { $0.lowercased() == first.lowercased() }
      guard let start else { return nil }
      let isWordStart =
        start == startIndex || !self[index(before: start)].isLetter
      if isWordStart, self[start...].begins(withPhrase: phrase) {
        return start..<index(start, offsetBy: phrase.count)
      }
      rest = rest[rest.index(after: start)...]
    }
    return nil
  }
}

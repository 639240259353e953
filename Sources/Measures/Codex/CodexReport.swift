package import CommunityData

/// A text of which a person has said whether it has some codes.
package struct JudgedText: Sendable {
  package var title: String?
  package var content: String
  package var mediaType: Item.MediaType?
  /// A BCP 47 tag; nil when it is not known.
  package var language: String?
  /// By the id of the code; codes that nobody judged are absent.
  package var judged: [String: Bool]

  package init(
    title: String? = nil, content: String, mediaType: Item.MediaType? = nil,
    language: String? = nil, judged: [String: Bool]
  ) {
    self.title = title
    self.content = content
    self.mediaType = mediaType
    self.language = language
    self.judged = judged
  }
}

/// How well the cue phrases of one code find what people find.
package struct CodexScore: Sendable, Equatable {
  package var code: String
  /// Texts with the code by both, by the phrases alone, by people alone.
  package var hits = 0
  package var falseAlarms = 0
  package var missed = 0
  /// Texts without the code by both.
  package var others = 0

  package var judged: Int { hits + falseAlarms + missed + others }

  /// Of the texts the phrases found, the share people find too; nil when they found none.
  package var precision: Double? { share(hits, hits + falseAlarms) }
  /// Of the texts people found, the share the phrases find too; nil when there are none.
  package var recall: Double? { share(hits, hits + missed) }
  /// The harmonic mean of both: 2 hits ÷ (2 hits + false alarms + missed).
  package var f1: Double? { share(2 * hits, 2 * hits + falseAlarms + missed) }

  /// The 95 % Wilson interval of the precision.
  package var precisionInterval: (low: Double, high: Double)? {
    hits + falseAlarms > 0 ? wilsonInterval(hits, of: hits + falseAlarms) : nil
  }

  package var recallInterval: (low: Double, high: Double)? {
    hits + missed > 0 ? wilsonInterval(hits, of: hits + missed) : nil
  }

  private func share(_ part: Int, _ whole: Int) -> Double? {
    whole > 0 ? Double(part) / Double(whole) : nil
  }
}

/// Holds a codex against texts that people judged: one score a code that any of them judged, in the
/// order of the codex.
package func codexReport(_ codex: Codex, on texts: [JudgedText]) -> [CodexScore] {
  let finder = CodexFinder(codex)
  var scores = codex.codes.map { CodexScore(code: $0.id) }
  for text in texts {
    let found = Set(finder.hits(in: text).map(\.code))
    for index in scores.indices {
      guard let isJudged = text.judged[scores[index].code] else { continue }
      scores[index].count(judged: isJudged, found: found.contains(scores[index].code))
    }
  }
  return scores.filter { $0.judged > 0 }
}

extension CodexScore {
  fileprivate mutating func count(judged: Bool, found: Bool) {
    switch (judged, found) {
    case (true, true): hits += 1
    case (false, true): falseAlarms += 1
    case (true, false): missed += 1
    case (false, false): others += 1
    }
  }
}

/// The items of a community that a person has coded, each judged for every code of a codex.
package func humanCodedItems(in community: Community, _ codex: Codex) -> [JudgedText] {
  let items = community.items
  return (0..<items.count).compactMap { row in
    let given = Int(items.codeStarts[row])..<Int(items.codeStarts[row + 1])
    guard given.contains(where: { items.coders[$0] == .human }), items.deleted[row] == .max else {
      return nil
    }
    let codes = Set(
      given.filter { items.coders[$0] == .human }.map { items.codeNames[Int(items.codes[$0])] })
    let judged = codex.codes.map { ($0.id, codes.contains($0.id)) }
    return JudgedText(
      title: community.string(items.titles[row]),
      content: community.string(items.contents[row]) ?? "", mediaType: items.mediaTypes[row],
      language: items.languages[row] < 0 ? nil : items.languageTags[Int(items.languages[row])],
      judged: Dictionary(judged) { first, _ in first })
  }
}

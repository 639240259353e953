internal import Basics

/// How a site wants to sound: `voice:` in `site.yaml`.
struct VoiceSettings: Sendable {
  /// Beginnings of paragraphs that speak of us first; nil are those of the site's language.
  var openings: [String]?
  /// Words that praise ourselves; nil are those of the site's language.
  var superlatives: [String]?
  /// How many days a criticism may wait for an answer before the build says so.
  var answerWithin = 30

  static let schema = Schema<VoiceSettings>(
    kind: "`voice`",
    keys: [
      .optional("openings", .list(.text), "How no paragraph begins, beside our own name.") {
        $0.openings = $1.map(\.value)
      },
      .optional("superlatives", .list(.text), "Words that praise ourselves.") {
        $0.superlatives = $1.map(\.value)
      },
      .optional(
        "answer_within", .count, "Days a criticism may wait for an answer; 30 by default."
      ) {
        $0.answerWithin = $1
      },
    ])

  func openings(in language: String) -> [String] {
    openings ?? VoiceSettings.standardOpenings[primary(language)] ?? []
  }

  func superlatives(in language: String) -> [String] {
    superlatives ?? VoiceSettings.standardSuperlatives[primary(language)] ?? []
  }

  private func primary(_ language: String) -> String {
    language.split(separator: "-").first.map { $0.lowercased() } ?? language
  }

  private static let standardOpenings = [
    "en": [
      "we are excited", "we are proud", "we are thrilled", "we are delighted", "we are happy to",
      "we are pleased", "we're excited", "we're proud", "we're thrilled", "we're delighted",
      "we're happy to", "we're pleased", "excited to announce", "proud to announce",
    ],
    "de": [
      "wir freuen uns", "wir sind stolz", "wir sind begeistert", "voller freude", "mit stolz",
    ],
  ]

  private static let standardSuperlatives = [
    "en": [
      "best-in-class", "world-class", "world's best", "market-leading", "industry-leading",
      "cutting-edge", "game-changing", "game changer", "revolutionary", "groundbreaking",
      "unparalleled", "unrivalled", "unmatched", "one-of-a-kind", "next-generation",
      "state-of-the-art", "leading provider",
    ],
    "de": [
      "weltbeste", "weltklasse", "marktführend", "branchenführend", "revolutionär", "bahnbrechend",
      "einzigartig", "konkurrenzlos", "unübertroffen", "wegweisend",
    ],
  ]
}

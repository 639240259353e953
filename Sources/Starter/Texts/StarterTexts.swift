/// What a first site says in one language.
struct StarterTexts: Sendable {
  /// For the foot of every page.
  let note: String
  /// The Markdown files, by their path below `Content`.
  let pages: [(path: String, text: String)]
  let phrases: StarterPhrases

  init(_ language: StarterLanguage, _ story: StarterStory) {
    switch language {
    case .english: self = .english(story)
    case .german: self = .german(story)
    case .arabic: self = .arabic(story)
    }
  }

  init(note: String, pages: [(path: String, text: String)], phrases: StarterPhrases) {
    self.note = note
    self.pages = pages
    self.phrases = phrases
  }
}

/// What people in the invented forum say.
struct StarterPhrases: Sendable {
  struct Topic: Sendable {
    /// Its tag.
    let tag: String
    let questions: [(title: String, text: String)]
  }

  /// The last one is about the release.
  let topics: [Topic]
  let answers: [String]
  let thanks: [String]
  /// What the release made somebody write; the insight quotes it.
  let complaint: (title: String, text: String)
  /// The name of the room where everything happens.
  let channel: String
}

/// Names that several files of a first site share.
enum StarterNames {
  static let community = "sample-forum"
  static let origin = "https://forum.lantern.example"
  static let subject = "c-5h2m8kzq4t"
  static let licence = "https://creativecommons.org/publicdomain/zero/1.0/"

  /// `{{ measure("…median", community="sample-forum", period="2026-09") | duration }}`
  static func wait(_ period: String) -> String {
    value("time_to_first_response.median", period, "duration")
  }

  static func threads(_ period: String) -> String { value("activity.threads", period, "number") }

  private static func value(_ metric: String, _ period: String, _ form: String) -> String {
    "{{ measure(\"\(metric)\", community=\"\(community)\", period=\"\(period)\") | \(form) }}"
  }
}

internal import Basics

/// Sentences written by hand, with slots: `{queue}`, `{n}`.
struct Phrases: Sendable {
  /// Fit for any topic.
  var common: [String] = []
  var byTopic: [Topic: [String]] = [:]

  func all(about topic: Topic) -> [String] { byTopic[topic, default: []] + common }

  /// About the topic wherever there is a sentence about it, save for one time in four.
  func pick(about topic: Topic, _ chance: inout Chance) -> String {
    let special = byTopic[topic, default: []]
    if special.isEmpty { return chance.pick(common) }
    if common.isEmpty || chance.happens(0.75) { return chance.pick(special) }
    return chance.pick(common)
  }
}

/// All that people of the sample community say.
enum PhraseBook {
  /// A title and a text about a topic.
  static func opening(
    _ talk: Talk, about topic: Topic, on day: CalendarDay, _ chance: inout Chance
  ) -> (title: String, text: String) {
    let title = titles(of: talk).pick(about: topic, &chance)
    var text = phrases(of: talk).pick(about: topic, &chance)
    if talk == .question {
      if chance.happens(0.45) { text += " " + questionDetails.pick(about: topic, &chance) }
      if chance.happens(0.55) { text += " " + chance.pick(questionEndings) }
    }
    return (Slots.fill(title, on: day, &chance), Slots.fill(text, on: day, &chance))
  }

  /// `(.answer, .upgrade)` → `Run the migration before you start the workers.`
  static func reply(
    _ talk: Talk, about topic: Topic, on day: CalendarDay, _ chance: inout Chance
  ) -> String {
    var text = phrases(of: talk).pick(about: topic, &chance)
    if talk == .answer, chance.happens(0.3) { text += " " + chance.pick(answerEndings) }
    if talk == .answer, chance.happens(0.35) { text = chance.pick(answerOpenings) + " " + text }
    return Slots.fill(text, on: day, &chance)
  }

  private static func titles(of talk: Talk) -> Phrases {
    switch talk {
    case .question: questionTitles
    case .criticism: criticismTitles
    case .suggestion: suggestionTitles
    case .request: requestTitles
    default: showTitles
    }
  }

  private static func phrases(of talk: Talk) -> Phrases {
    switch talk {
    case .question: questions
    case .suggestion: suggestions
    case .criticism: criticism
    case .praise: praise
    case .show: shows
    case .announcement: Phrases(common: [])
    case .answer: answers
    case .explanation: explanations
    case .agreement: agreement
    case .remark: remarks
    case .thanks: thanks
    case .request: requests
    }
  }
}

internal import Basics

/// Sentences written by hand, with slots: `{queue}`, `{n}`.
struct Phrases: Sendable {
  /// Fit for any topic.
  var common: [String] = []
  var byTopic: [Topic: [String]] = [:]

  /// About the topic wherever there is a sentence about it, save for one time in four.
  func pick(about topic: Topic, _ chance: inout Chance) -> String {
    let special = byTopic[topic, default: []]
    if special.isEmpty { return chance.pick(common) }
    if common.isEmpty || chance.happens(0.75) { return chance.pick(special) }
    return chance.pick(common)
  }
}

/// All that people of the sample community say; slots are still open.
enum PhraseBook {
  /// A question about a topic, by its place among them.
  static func question(
    _ matter: Int, about topic: Topic, _ chance: inout Chance
  ) -> (title: String, text: String) {
    var text = questions[topic, default: []][matter]
    if chance.happens(0.25) { text = chance.pick(questionOpenings) + " " + text }
    if chance.happens(0.35) { text += " " + questionDetails.pick(about: topic, &chance) }
    if chance.happens(0.55) { text += " " + chance.pick(questionEndings) }
    return (questionTitles[topic, default: []][matter], text)
  }

  /// Something else that begins a conversation.
  static func opening(
    _ talk: Talk, about topic: Topic, _ chance: inout Chance
  ) -> (title: String, text: String) {
    let titles =
      switch talk {
      case .criticism: criticismTitles
      case .suggestion: suggestionTitles
      case .request: requestTitles
      default: showTitles
      }
    let texts = talk == .request ? requests : talk == .show ? shows : phrases(of: talk)
    return (titles.pick(about: topic, &chance), texts.pick(about: topic, &chance))
  }

  /// An answer to a question; where none is asked, a word that fits any.
  private static func answer(to matter: Int?, about topic: Topic, _ chance: inout Chance) -> String
  {
    guard let matter, !chance.happens(0.12) else { return chance.pick(commonAnswers) }
    return (chance.happens(0.6) ? answers : otherAnswers)[topic, default: []][matter]
  }

  /// An answer as somebody writes it, with a word before or after, now and then.
  static func dressed(_ answer: String, _ chance: inout Chance) -> String {
    var text = answer
    if chance.happens(0.28) { text += " " + chance.pick(answerEndings) }
    return chance.happens(0.3) ? chance.pick(answerOpenings) + " " + text : text
  }

  /// A reply in a conversation that began with a kind of talk.
  static func reply(
    _ talk: Talk, in conversation: Conversation, on day: CalendarDay, _ chance: inout Chance
  ) -> String {
    let topic = conversation.topic
    if talk == .answer { return answer(to: conversation.matter, about: topic, &chance) }
    let isNewGuide = topic == .upgrade && day >= HappeningCalendar.guideRewritten
    let texts =
      switch talk {
      case .thanks where conversation.talk != .question: gratitude
      case .praise where isNewGuide: praiseOfNewGuide
      default: phrases(of: talk)
      }
    return texts.pick(about: topic, &chance)
  }

  private static func phrases(of talk: Talk) -> Phrases {
    switch talk {
    case .question: curiosity
    case .suggestion, .request: suggestions
    case .criticism: criticism
    case .praise, .show, .announcement: praise
    case .explanation, .answer: explanations
    case .agreement: agreement
    case .remark: remarks
    case .thanks: thanks
    }
  }
}

internal import Basics
internal import CommunityData

/// The history while it is being told, day by day.
struct Chronicle: Sendable {
  var chance: Chance
  var roster: Roster
  var drafts: [Draft] = []
  var threads: [Conversation] = []
  /// People who are sure to write on a day: those who came back.
  private var visits: [CalendarDay: [Int]] = [:]

  static let end = HistoryWindow.end(of: HistoryWindow.last)

  init(seed: UInt64) {
    chance = Chance(seed: seed)
    roster = Roster(&chance)
  }

  mutating func tell() {
    for day in HistoryWindow.days {
      let liveliness = Rhythm.weight(of: day) * HappeningCalendar.liveliness(on: day)
      announce(on: day)
      for _ in 0..<chance.count(around: 2.3 * liveliness) { welcomeNewcomer(on: day) }
      for _ in 0..<chance.count(around: 0.42 * liveliness) { beginAsRegular(on: day) }
      for person in visits[day] ?? [] { visit(by: person, on: day) }
      tellOfNight(on: day)
    }
    tellInOtherLanguages()
    leaveTraces()
  }

  // MARK: Who begins

  private mutating func welcomeNewcomer(on day: CalendarDay) {
    let moment = Rhythm.moment(on: day, &chance)
    let person = roster.arrive(at: moment, &chance)
    let topic = topic(on: day)
    let talk = chance.happens(0.8) ? Talk.question : talk(on: day, about: topic)
    converse(
      Opening(author: person, moment: moment, talk: talk, topic: topic, isFirst: true))
  }

  private mutating func beginAsRegular(on day: CalendarDay) {
    let moment = Rhythm.moment(on: day, &chance)
    guard let person = roster.crowd(at: moment).pick(except: [], &chance) else { return }
    begin(by: person, at: moment)
  }

  private mutating func begin(by person: Int, at moment: Timestamp) {
    let topic = topic(on: moment.day)
    let talk = talk(on: moment.day, about: topic)
    converse(Opening(author: person, moment: moment, talk: talk, topic: topic))
  }

  /// Somebody who came back: says something in a conversation of these days, or begins one.
  private mutating func visit(by person: Int, on day: CalendarDay) {
    let moment = Rhythm.moment(on: day, &chance)
    let open = openThreads(at: moment).filter { thread in
      threads[thread].drafts.allSatisfy { drafts[$0].author != person }
    }
    if open.isEmpty || chance.happens(0.3) { return begin(by: person, at: moment) }
    let thread = chance.pick(open)
    let talk = chance.pick(weighted: threads[thread].talk.replies)
    reply(talk == .explanation ? .remark : talk, in: thread, by: person, at: moment)
  }

  /// Conversations of the last days in which somebody responded already.
  private func openThreads(at moment: Timestamp) -> [Int] {
    threads.indices.suffix(90).filter { thread in
      guard let first = threads[thread].firstResponse, threads[thread].place != .nightShift else {
        return false
      }
      return first < moment && moment < first.adding(days: 5)
    }
  }

  // MARK: About what

  private mutating func topic(on day: CalendarDay) -> Topic {
    Topic.allCases[chance.index(ofWeights: HappeningCalendar.topicWeights(on: day))]
  }

  private mutating func talk(on day: CalendarDay, about topic: Topic) -> Talk {
    if let leaning = HappeningCalendar.leaning(on: day, about: topic),
      chance.happens(leaning.share)
    {
      return leaning.talk == .praise ? .show : leaning.talk
    }
    return chance.pick(
      weighted: [(.question, 70), (.suggestion, 12), (.criticism, 6), (.show, 12)])
  }

  /// Decides whether a newcomer comes back: the one effect that the whole history is built around.
  ///
  /// Half of those who were answered within a day write again next month, and a quarter of others.
  mutating func decideReturn(of person: Int, first moment: Timestamp, isAnsweredSoon: Bool) {
    guard chance.happens(isAnsweredSoon ? 0.5 : 0.25) else { return }
    for month in roster.comeBack(person, after: moment.day.monthNumber, &chance) {
      let first = CalendarDay(firstOfMonth: month)
      let next = CalendarDay(firstOfMonth: month + 1)
      let days = next.daysSinceEpoch - first.daysSinceEpoch
      for _ in 0..<chance.pick(weighted: [(1, 55), (2, 28), (4, 17)]) {
        visits[first.adding(days: chance.number(0...(days - 1))), default: []].append(person)
      }
    }
  }
}

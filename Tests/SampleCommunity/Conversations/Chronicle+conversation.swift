internal import Basics
internal import CommunityData

/// How one conversation goes.
extension Chronicle {
  mutating func converse(_ opening: Opening) {
    let thread = begin(opening)
    let isCalled = callStaff(thread)
    if opening.isFirst, chance.happens(0.35) { greet(thread) }
    let first = respond(to: thread, by: responder(to: opening, isCalled: isCalled))
    if opening.isFirst {
      let soon = opening.moment.adding(days: 1)
      decideReturn(
        of: opening.author, first: opening.moment, isAnsweredSoon: first.map { $0 <= soon } ?? false
      )
    }
    if first != nil { goOn(thread) }
  }

  /// Begins a conversation with words from the phrase book and returns its number.
  mutating func begin(_ opening: Opening) -> Int {
    var opening = opening
    let topic = opening.topic
    let words: (title: String, text: String)
    if opening.talk == .question {
      let matter = chance.number(0...(PhraseBook.questions[topic, default: []].count - 1))
      opening.matter = matter
      words = PhraseBook.question(matter, about: topic, &chance)
    } else {
      words = PhraseBook.opening(opening.talk, about: topic, &chance)
    }
    // Filled as one, so that title and text speak of the same things.
    let filled = Slots.fill(
      words.title + "\n" + words.text, on: opening.moment.day, &chance
    ).split(separator: "\n", maxSplits: 1).map(String.init)
    return begin(opening, in: opening.talk.place, title: filled[0], text: filled[1])
  }

  /// Writes what begins a conversation and returns its number.
  mutating func begin(
    _ opening: Opening, in place: Place, title: String, text: String
  ) -> Int {
    let thread = threads.count
    threads.append(
      Conversation(
        talk: opening.talk, topic: opening.topic, place: place, matter: opening.matter))
    var draft = Draft(
      author: opening.author, moment: opening.moment, type: opening.talk.kindOfStart,
      thread: thread, text: text)
    draft.talk = opening.talk
    draft.title = title
    add(draft)
    return thread
  }

  mutating func add(_ draft: Draft) {
    threads[draft.thread].drafts.append(drafts.count)
    drafts.append(draft)
  }

  // MARK: The first response

  /// Who responds first.
  private enum Responder {
    case nobody, member, moderator
    case staff(Int)
  }

  /// One question in eighteen calls somebody of the staff by name; true when it does.
  private mutating func callStaff(_ thread: Int) -> Bool {
    let start = threads[thread].drafts[0]
    let reps = roster.staff(at: drafts[start].moment)
    guard threads[thread].talk == .question, chance.happens(0.055) else { return false }
    let rep = chance.pick(weighted: reps)
    drafts[start].mentions = [rep]
    drafts[start].text += " @\(roster.people[rep].id), do you know?"
    return true
  }

  private mutating func responder(to opening: Opening, isCalled: Bool) -> Responder {
    let reps = roster.staff(at: opening.moment)
    let slowness = HappeningCalendar.slowness(on: opening.moment.day)
    if isCalled, let rep = drafts[drafts.count - 1].mentions.first, chance.happens(0.75) {
      return .staff(rep)
    }
    // Fewer stay without an answer since somebody is there whose work it is to look.
    let silence = (reps.count > 1 ? 0.075 : 0.13) + 0.06 * (slowness - 1)
    if chance.happens(silence) { return .nobody }
    let attention = reps.reduce(0) { $0 + $1.1 } + (opening.isFirst && reps.count > 1 ? 0.05 : 0)
    if chance.happens(attention) { return .staff(chance.pick(weighted: reps)) }
    return chance.happens(0.07) ? .moderator : .member
  }

  /// Writes the first response and returns its moment; nil where there is none in the two years.
  private mutating func respond(to thread: Int, by responder: Responder) -> Timestamp? {
    switch responder {
    case .nobody: return nil
    case .staff(let rep):
      // Staff do not keep others from answering: whoever is quicker comes first.
      if chance.happens(0.8) { respondAsMember(to: thread, nil) }
      respondAsStaff(to: thread, rep)
    case .member: respondAsMember(to: thread, nil)
    case .moderator: respondAsMember(to: thread, chance.pick(roster.moderators))
    }
    return threads[thread].firstResponse
  }

  private mutating func respondAsStaff(to thread: Int, _ rep: Int) {
    let asked = drafts[threads[thread].drafts[0]].moment
    let slowness = min(HappeningCalendar.slowness(on: asked.day), 1.6)
    let moment = StaffDesk.answer(to: asked, slowness: slowness, &chance)
    // Somebody else's word of days ago was enough.
    if let first = threads[thread].firstResponse, first.adding(days: 2) < moment { return }
    reply(firstTalk(in: thread, isStaff: true), in: thread, by: rep, at: moment)
  }

  /// A response by a member, or by somebody of the crowd where none is named.
  private mutating func respondAsMember(to thread: Int, _ member: Int?) {
    let start = drafts[threads[thread].drafts[0]]
    let wait = WaitTable.members.draw(&chance) * HappeningCalendar.slowness(on: start.moment.day)
    let moment = Rhythm.lively(start.moment.adding(seconds: Int(wait)), &chance)
    let person = member ?? roster.crowd(at: moment).pick(except: [start.author], &chance)
    guard let person, person != start.author else { return }
    reply(firstTalk(in: thread, isStaff: false), in: thread, by: person, at: moment)
  }

  private mutating func firstTalk(in thread: Int, isStaff: Bool) -> Talk {
    let talk = threads[thread].talk
    if isStaff { return talk == .question ? .answer : talk == .show ? .thanks : .explanation }
    let drawn = chance.pick(weighted: talk.replies)
    return drawn == .explanation ? .agreement : drawn
  }

  /// The welcome bot is quicker than anybody, and answers nothing.
  private mutating func greet(_ thread: Int) {
    let start = threads[thread].drafts[0]
    var draft = Draft(
      author: roster.bot, moment: drafts[start].moment.adding(seconds: chance.number(15...50)),
      type: .reply, thread: thread, text: chance.pick(PhraseBook.welcomes))
    draft.parent = start
    add(draft)
  }
}

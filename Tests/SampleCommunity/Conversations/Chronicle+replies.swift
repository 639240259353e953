internal import Basics
internal import CommunityData

/// What follows the first response.
extension Chronicle {
  /// A handful of further words, each some time after the one before.
  mutating func goOn(_ thread: Int) {
    let more = chance.index(ofWeights: [42, 27, 15, 8, 4, 2, 1, 1])
    for _ in 0..<more { addWord(to: thread) }
    if threads[thread].talk == .question, chance.happens(0.5) { thank(in: thread) }
  }

  private mutating func addWord(to thread: Int) {
    guard let last = lastDraft(of: thread) else { return }
    let wait = Int(WaitTable.nextWord.draw(&chance))
    var moment = Rhythm.lively(drafts[last].moment.adding(seconds: wait), &chance)
    var talk = chance.pick(weighted: threads[thread].talk.replies)
    var person: Int?
    if talk == .explanation {
      let reps = roster.staff(at: moment)
      person = chance.pick(weighted: reps)
      moment = StaffDesk.atWork(moment, &chance)
    } else if talk == .agreement, moment <= Chronicle.end, chance.happens(0.22) {
      person = roster.arrive(at: moment, &chance)
      if let person { decideReturn(of: person, first: moment, isAnsweredSoon: false) }
    } else if drafts[last].talk == .remark, chance.happens(0.5) {
      person = drafts[threads[thread].drafts[0]].author
      talk = .remark
    }
    let other = person ?? roster.crowd(at: moment).pick(except: [drafts[last].author], &chance)
    if let other, drafts[last].author != other { reply(talk, in: thread, by: other, at: moment) }
  }

  /// The one who asked says thanks for the latest word.
  private mutating func thank(in thread: Int) {
    guard let last = lastDraft(of: thread) else { return }
    let asker = drafts[threads[thread].drafts[0]].author
    let isAnswered = threads[thread].drafts.contains { drafts[$0].type == .answer }
    guard isAnswered, drafts[last].author != asker else { return }
    let wait = Int(WaitTable.nextWord.draw(&chance))
    let moment = Rhythm.lively(drafts[last].moment.adding(seconds: wait), &chance)
    reply(.thanks, in: thread, by: asker, at: moment)
  }

  /// Writes a reply, if its author is around that month and the two years are not over.
  mutating func reply(_ talk: Talk, in thread: Int, by person: Int, at moment: Timestamp) {
    guard moment <= Chronicle.end, roster.isAround(person, at: moment),
      let last = lastDraft(of: thread, before: moment)
    else { return }
    let conversation = threads[thread]
    let start = conversation.drafts[0]
    let isAnswer = talk == .answer || talk == .explanation
    var draft = Draft(
      author: person, moment: moment,
      type: conversation.talk == .question && isAnswer ? .answer : .reply, thread: thread,
      text: words(talk, in: thread, by: person, on: moment.day))
    draft.talk = talk
    draft.parent = talk == .answer || chance.happens(0.4) ? start : last
    if draft.parent == last, last != start, chance.happens(0.12) {
      let other = drafts[last].author
      draft.mentions = [other]
      draft.text = "@\(roster.people[other].id) " + draft.text
    }
    if person != drafts[start].author {
      threads[thread].firstResponse = min(conversation.firstResponse ?? moment, moment)
    }
    add(draft)
  }

  /// Words that nobody has said in the conversation yet, if a few tries find such.
  private mutating func words(
    _ talk: Talk, in thread: Int, by person: Int, on day: CalendarDay
  ) -> String {
    var phrase = PhraseBook.reply(talk, in: threads[thread], on: day, &chance)
    for _ in 0..<6 where threads[thread].said.contains(phrase) {
      phrase = PhraseBook.reply(talk, in: threads[thread], on: day, &chance)
    }
    threads[thread].said.insert(phrase)
    let isStaff = roster.people[person].role == .staff
    if talk == .answer, !isStaff { phrase = PhraseBook.dressed(phrase, &chance) }
    return Slots.fill(phrase, on: day, &chance)
  }

  /// The latest draft of a conversation, or the latest before a moment; bots are not talked to.
  private func lastDraft(of thread: Int, before moment: Timestamp? = nil) -> Int? {
    threads[thread].drafts.filter { index in
      drafts[index].author != roster.bot && (moment.map { drafts[index].moment < $0 } ?? true)
    }.max { (drafts[$0].moment, $0) < (drafts[$1].moment, $1) }
  }
}

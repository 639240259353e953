internal import Basics

/// What staff begin of their own accord.
extension Chronicle {
  mutating func announce(on day: CalendarDay) {
    for announcement in Announcement.all where announcement.day == day { publish(announcement) }
    // In the third campaign somebody asks for something most working days, else once a month.
    let isCampaign = HappeningCalendar.earlyAccess.contains(day) && day.isoWeekday <= 4
    let isTurn = day.civil.day == 12 && day.isoWeekday <= 5
    if isTurn || isCampaign && chance.happens(0.55) { ask(on: day) }
  }

  private mutating func publish(_ announcement: Announcement) {
    let moment = Timestamp(announcement.day).adding(seconds: 9 * 3600 + chance.number(0...1800))
    let opening = Opening(
      author: rep(at: moment), moment: moment, talk: .announcement, topic: announcement.topic)
    let thread = begin(opening, in: .news, title: announcement.title, text: announcement.text)
    gatherReplies(to: thread, chance.number(14...26))
  }

  private mutating func ask(on day: CalendarDay) {
    let moment = StaffDesk.atWork(Timestamp(day), &chance)
    let opening = Opening(
      author: rep(at: moment), moment: moment, talk: .request,
      topic: chance.pick([.upgrade, .documentation, .dashboard]))
    let thread = begin(opening)
    gatherReplies(to: thread, chance.number(0...3))
  }

  /// The rep who joined last speaks most; on the first day of one, they do.
  private mutating func rep(at moment: Timestamp) -> Int {
    let reps = roster.staff(at: moment)
    if let newest = reps.last, roster.people[newest.0].joined.day == moment.day { return newest.0 }
    return chance.pick(weighted: reps)
  }

  private mutating func gatherReplies(to thread: Int, _ count: Int) {
    let start = drafts[threads[thread].drafts[0]]
    for _ in 0..<count {
      let wait = Int(WaitTable.nextWord.draw(&chance))
      let moment = Rhythm.lively(start.moment.adding(seconds: wait), &chance)
      let talk = chance.pick(weighted: threads[thread].talk.replies)
      if let person = roster.crowd(at: moment).pick(except: [start.author], &chance) {
        reply(talk, in: thread, by: person, at: moment)
      }
    }
  }
}

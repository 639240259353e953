internal import Basics
internal import CommunityData

/// The quiet corners: a channel of four people, and conversations in other languages.
extension Chronicle {
  /// A line or two a week among the people of the night shift.
  mutating func tellOfNight(on day: CalendarDay) {
    guard chance.happens(0.13) else { return }
    let moment = Timestamp(day).adding(
      seconds: chance.number(0...4) * 3600 + chance.number(0...3599))
    let awake = roster.nightShift.filter { roster.isAround($0, at: moment) }
    guard awake.count > 1 else { return }
    let author = chance.pick(awake)
    let text = Slots.fill(chance.pick(PhraseBook.nightShift), on: day, &chance)
    let opening = Opening(author: author, moment: moment, talk: .show, topic: .scheduling)
    let thread = begin(opening, in: .nightShift, title: "Night of \(day)", text: text)
    let others = awake.filter { $0 != author }
    guard chance.happens(0.5) else { return }
    var draft = Draft(
      author: chance.pick(others), moment: moment.adding(seconds: chance.number(60...5000)),
      type: .reply, thread: thread,
      text: Slots.fill(chance.pick(PhraseBook.nightShift), on: day, &chance))
    draft.parent = threads[thread].drafts[0]
    add(draft)
  }

  mutating func tellInOtherLanguages() {
    for (number, talk) in (ForeignTalk.dutch + ForeignTalk.arabic).enumerated() {
      tell(talk, on: HistoryWindow.first.adding(days: 60 + number * 97))
    }
  }

  private mutating func tell(_ talk: ForeignTalk, on day: CalendarDay) {
    var moment = Rhythm.moment(on: day, &chance)
    let crowd = roster.crowd(at: moment)
    guard let asker = crowd.pick(except: [], &chance),
      let other = crowd.pick(except: [asker], &chance)
    else { return }
    let place = talk.language == "nl" ? Place.nederlands : .help
    let opening = Opening(author: asker, moment: moment, talk: .question, topic: .scheduling)
    let thread = begin(opening, in: place, title: talk.title, text: talk.question)
    let start = threads[thread].drafts[0]
    drafts[start].language = talk.language
    for (author, text) in zip([other, asker], talk.replies) {
      moment = moment.adding(seconds: chance.number(2400...40_000))
      var draft = Draft(author: author, moment: moment, type: .reply, thread: thread, text: text)
      draft.parent = start
      draft.language = talk.language
      add(draft)
    }
  }
}

internal import Basics
internal import CommunityData

/// What time leaves on items: reactions, edits, deletions, accepted answers, closed threads and
/// accounts that are gone.
extension Chronicle {
  mutating func leaveTraces() {
    for index in drafts.indices where drafts[index].author != roster.bot { mark(index) }
    for thread in threads.indices { settle(thread) }
    for _ in 0..<36 { deleteAccount() }
  }

  private mutating func mark(_ index: Int) {
    let draft = drafts[index]
    let isLoud = draft.talk == .announcement || draft.talk == .criticism || draft.talk == .show
    if chance.happens(isLoud ? 0.5 : 0.13) {
      let most = draft.talk == .announcement ? 40 : isLoud ? 9 : 4
      let name = chance.pick(weighted: [("heart", 5), ("+1", 4), ("laughing", 1)])
      drafts[index].reactions = [Reaction(name: name, count: chance.number(1...most))]
    }
    if chance.happens(0.05) {
      drafts[index].edited = draft.moment.adding(seconds: chance.number(90...90_000))
    }
    // What begins a conversation is deleted more rarely, since its replies would hang in the air.
    if chance.happens(draft.parent == nil ? 0.004 : 0.011) {
      drafts[index].deleted = draft.moment.adding(seconds: chance.number(600...2_000_000))
    }
  }

  private mutating func settle(_ thread: Int) {
    let start = threads[thread].drafts[0]
    let answers = threads[thread].drafts.filter {
      drafts[$0].type == .answer && drafts[$0].deleted == nil
        && drafts[$0].author != drafts[start].author
    }
    if !answers.isEmpty, chance.happens(0.52) {
      let best = chance.happens(0.65) ? answers[0] : chance.pick(answers)
      let moment = drafts[best].moment.adding(seconds: chance.number(1200...120_000))
      drafts[start].accepted = (best, moment)
    }
    if chance.happens(0.05) { close(thread) }
  }

  /// The system closes a conversation sixty days after its last word.
  private mutating func close(_ thread: Int) {
    let start = threads[thread].drafts[0]
    guard let last = threads[thread].drafts.map({ drafts[$0].moment }).max() else { return }
    let moment = last.adding(days: 60)
    if moment > Chronicle.end { return }
    var draft = Draft(
      author: roster.system, moment: moment, type: .system, thread: thread,
      text: "This topic was closed 60 days after the last reply.")
    draft.parent = start
    drafts[start].closed = moment
    add(draft)
  }

  /// Somebody leaves for good; their items stay without a name.
  private mutating func deleteAccount() {
    let first = roster.system + 1 + StaffRep.all.count + 300
    let person = chance.number(first...(roster.people.count - 1))
    guard let last = drafts.filter({ $0.author == person }).map(\.moment).max() else { return }
    roster.leave(person, at: last.adding(days: chance.number(4...120)))
  }
}

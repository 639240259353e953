package import Basics
internal import CommunityData

/// What can be seen at a moment.
extension ForumHistory {
  package func state(at moment: Timestamp) -> ForumState {
    let numbers = postNumbers()
    let seen = order.filter { drafts[$0].moment <= moment }
    let items = seen.map { item($0, at: moment, numbers) }
    let named = Set(seen.flatMap { [drafts[$0].author] + drafts[$0].mentions })
    let there = named.sorted().filter { !isGone($0, at: moment) }
    return ForumState(
      members: there.map { Member(people[$0]) }, channels: Place.channels,
      credits: there.map { credit(people[$0]) }, items: items)
  }

  private func isGone(_ person: Int, at moment: Timestamp) -> Bool {
    people[person].left.map { $0 <= moment } ?? false
  }

  private func id(_ draft: Int) -> String { String(1001 + places[draft]) }

  /// The number of each draft in its thread, counted from 1.
  private func postNumbers() -> [Int] {
    var counts = [Int](repeating: 0, count: threads.count)
    var numbers = [Int](repeating: 0, count: drafts.count)
    for index in order {
      counts[drafts[index].thread] += 1
      numbers[index] = counts[drafts[index].thread]
    }
    return numbers
  }

  private func item(_ index: Int, at moment: Timestamp, _ numbers: [Int]) -> Item {
    let draft = drafts[index]
    let thread = threads[draft.thread]
    let author = isGone(draft.author, at: moment) ? nil : people[draft.author].id
    var item = Item(id: id(index), type: draft.type, attributedTo: author, published: draft.moment)
    item.context = id(thread.drafts[0])
    item.inReplyTo = draft.parent.map(id)
    item.channel = thread.place.rawValue
    item.url = "\(ForumHistory.origin)/t/\(draft.thread + 1)/\(numbers[index])"
    if draft.parent == nil, thread.place != .nightShift { item.tag = [thread.topic.rawValue] }
    item.mentions = draft.mentions.filter { !isGone($0, at: moment) }.map { people[$0].id }
    addFate(of: draft, to: &item, at: moment)
    return item
  }

  /// What has happened to it by then; the words of a deleted item are gone.
  private func addFate(of draft: Draft, to item: inout Item, at moment: Timestamp) {
    if let edited = draft.edited, edited <= moment { item.updated = edited }
    if let closed = draft.closed, closed <= moment {
      item.closed = closed
      item.state = "closed"
    }
    if let accepted = draft.accepted, accepted.moment <= moment {
      item.accepted = id(accepted.draft)
    }
    if let deleted = draft.deleted, deleted <= moment {
      item.deleted = deleted
      return
    }
    item.name = draft.title
    item.content = draft.text
    item.mediaType = .markdown
    item.language = draft.language
    // Reactions come within two days.
    if draft.moment.adding(days: 2) <= moment { item.reactions = draft.reactions }
    if draft.moment.day >= ForumHistory.codedFrom, let code = draft.talk?.code {
      item.codes = [CodeMark(code: code, by: .human)]
    }
  }

  /// Items of the last month were read and coded by people.
  private static let codedFrom = calendarDay("2026-10-01")

  private func credit(_ person: Person) -> Attribution {
    let isStaff = person.role == .staff
    let handle = isStaff ? person.name.lowercased() + "-halyard" : person.name
    return Attribution(
      member: person.id, name: isStaff ? "\(person.name) (Halyard)" : person.name,
      profile: person.kind == .person ? "\(ForumHistory.origin)/u/\(handle)" : nil)
  }
}

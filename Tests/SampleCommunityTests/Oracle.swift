import Basics
import CommunityData
import SampleCommunity

/// The sample community as the tests see it: everything is worked out anew from the items, by other
/// means than the program's own measures.
struct Oracle {
  let state: ForumState
  private let members: [String: Member]

  static let committed = Oracle(
    ForumHistory(seed: ForumHistory.committedSeed).state(at: ForumHistory.snapshotMoments[1]))

  init(_ state: ForumState) {
    self.state = state
    members = Dictionary(uniqueKeysWithValues: state.members.map { ($0.id, $0) })
  }

  func role(of item: Item) -> Member.Role? { item.attributedTo.flatMap { members[$0]?.role } }

  func isByPerson(_ item: Item) -> Bool {
    guard let author = item.attributedTo else { return item.type != .system }
    return members[author]?.kind == .person
  }

  /// Items by people, thread by thread, each in the order of time.
  var threads: [[Item]] {
    Dictionary(grouping: state.items.filter(isByPerson), by: { $0.context ?? $0.id })
      .values.map { $0.sorted { $0.published < $1.published } }
  }

  struct Wait {
    var question: Item
    var response: Item
    var seconds: Int64 {
      response.published.secondsSinceEpoch - question.published.secondsSinceEpoch
    }
  }

  /// Questions that somebody else responded to, with the first response.
  var waits: [Wait] {
    threads.compactMap { thread in
      guard let question = thread.first, question.type == .question,
        let response = thread.first(where: { $0.attributedTo != question.attributedTo })
      else { return nil }
      return Wait(question: question, response: response)
    }
  }

  /// For each person the months in which they wrote, the first first.
  var months: [String: [Int]] {
    var found: [String: Set<Int>] = [:]
    for item in state.items where isByPerson(item) {
      if let author = item.attributedTo { found[author, default: []].insert(item.month) }
    }
    return found.mapValues { $0.sorted() }
  }
}

extension Item {
  /// Months since the year 0.
  var month: Int { published.day.civil.year * 12 + published.day.civil.month }
}

func median(_ values: [Int64]) -> Double {
  let sorted = values.sorted()
  guard !sorted.isEmpty else { return .nan }
  let middle = sorted.count / 2
  let upper = Double(sorted[middle])
  return sorted.count % 2 == 1 ? upper : (Double(sorted[middle - 1]) + upper) / 2
}

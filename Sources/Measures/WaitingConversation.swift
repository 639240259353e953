internal import Basics
package import CommunityData

/// A conversation in which somebody may wait for us, and by which signs that is known.
package struct WaitingConversation: Sendable, Equatable {
  package enum Sign: Sendable, Hashable {
    /// It began with a word to the staff.
    case asked
    /// A word to the staff came later, and the staff have not written since.
    case mentioned
    /// It has a phrase of a job, as the job writes it.
    case phrase(job: String, phrase: String)
  }

  /// The row that waits: the question, or the newest word to the staff.
  package var row: Int
  /// In seconds, until the end of what is known.
  package var waiting: Int
  /// Words to the staff first, then phrases in the order of the jobs and of their places.
  package var signs: [Sign]

  package init(row: Int, waiting: Int, signs: [Sign]) {
    self.row = row
    self.waiting = waiting
    self.signs = signs
  }

  package var isSpokenTo: Bool { signs.contains(.asked) || signs.contains(.mentioned) }

  /// 0 for a word to us about a job, 1 for a question about one, 2 for any other word to us.
  package var rank: Int {
    let isAboutAJob = signs.contains { $0 != .asked && $0 != .mentioned }
    return isAboutAJob ? isSpokenTo ? 0 : 1 : 2
  }
}

/// The conversations of a community that wait for us, by their rank, the newest of each first:
/// unanswered questions with a phrase of a job, and those in which somebody spoke to the staff and the
/// staff have not written since.
///
/// What is deleted or closed waits for nobody, and who does not want to be found is not pointed at.
/// The jobs are taken to be looked for here, whatever communities they name. Empty where the source
/// does not tell threads.
package func waitingConversations(
  in community: Community, about jobs: [Job]
) -> [WaitingConversation] {
  let frame = Frame(community, .standard)
  guard frame.tells(.threads) else { return [] }
  var found: [Int: WaitingConversation] = [:]
  for (thread, row) in wordsToStaff(frame) {
    let sign: WaitingConversation.Sign =
      row == Int(frame.threads.starts[thread]) ? .asked : .mentioned
    found[thread] = frame.conversation(at: row, [sign])
  }
  let open = openQuestions(in: frame).map { Int(frame.threads.ofRow[$0.row]) }
  for (thread, signs) in phraseSigns(frame, jobs, in: Set(open).union(found.keys)) {
    let start = Int(frame.threads.starts[thread])
    found[thread, default: frame.conversation(at: start, [])].signs += signs
  }
  return found.filter { thread, conversation in
    frame.mayBePointedAt(conversation.row)
      && frame.mayBePointedAt(Int(frame.threads.starts[thread]))
  }.values.sorted { left, right in
    (left.rank, right.row) < (right.rank, left.row)
  }
}

/// The newest word to the staff of each thread that they have not written in since.
private func wordsToStaff(_ frame: Frame) -> [Int: Int] {
  var waiting: [Int: Int] = [:]
  func note(_ row: Int, in thread: Int) {
    if frame.traits[row].contains(.byStaff) {
      waiting[thread] = nil
    } else if frame.items.deleted[row] > frame.end, frame.mentionsStaff(row) {
      waiting[thread] = row
    }
  }
  // What began a thread comes first in it, however the others are dated.
  for (thread, start) in frame.threads.starts.enumerated() { note(Int(start), in: thread) }
  for row in frame.rows where frame.traits[row].contains(.counted) {
    let thread = Int(frame.threads.ofRow[row])
    guard thread >= 0, row != Int(frame.threads.starts[thread]) else { continue }
    note(row, in: thread)
  }
  return waiting.filter { isOpen($0.key, in: frame) }
}

/// The phrases of jobs in some threads, each phrase of a thread once.
private func phraseSigns(
  _ frame: Frame, _ jobs: [Job], in threads: Set<Int>
) -> [Int: [WaitingConversation.Sign]] {
  if jobs.isEmpty || threads.isEmpty { return [:] }
  let cues = CuePhrases(MeasureInputs(codex: Codex(codes: []), jobs: jobs))
  let coder = ItemCoder(frame.community, cues, names: [])
  var window = TextWindow(frame.community.text)
  var mask = ProseMask()
  var batch = ProseBatch()
  let rows = frame.rows.filter {
    threads.contains(Int(frame.threads.ofRow[$0])) && coder.isRead($0)
  }
  for row in rows {
    window.withBytes(frame.items.titles[row]) { batch.add($0) }
    window.withBytes(frame.items.contents[row]) { text in
      mask.withProse(text, frame.items.mediaTypes[row]) { batch.add($0) }
    }
  }
  var targets: [Int: [Int]] = [:]
  coder.forEachText(of: batch) {
    rows[$0 / 2]
  } _: { text, hits in
    let thread = Int(frame.threads.ofRow[rows[text / 2]])
    for hit in hits where targets[thread]?.contains(hit.phrase) != true {
      targets[thread, default: []].append(hit.phrase)
    }
  }
  return targets.mapValues { phrases in
    phrases.map { .phrase(job: cues.jobs[cues.all[$0].target], phrase: cues.all[$0].text) }
  }
}

extension Frame {
  fileprivate func conversation(
    at row: Int, _ signs: [WaitingConversation.Sign]
  ) -> WaitingConversation {
    WaitingConversation(row: row, waiting: Int(end - items.published[row]), signs: signs)
  }

  /// Whether who wrote a row has not asked to stay out of sight.
  func mayBePointedAt(_ row: Int) -> Bool {
    let author = Int(items.authors[row])
    return author < 0 || community.members[author].discoverable != false
  }
}

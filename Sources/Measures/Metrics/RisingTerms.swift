internal import Basics
internal import CommunityData

/// The words that have become clearly more usual in the last finished quarter than in the year before.
func risingTerms(_ frame: Frame) -> [Finding] {
  guard let (place, now, before) = comparedQuarter(frame) else { return [] }
  if let past = frame.pastTerms, past.areOf(frame) {
    return past.terms.map { $0.finding(at: place) }
  }
  let counts = TermCounts(frame, now: frame.rows(now), before: frame.rows(before))
  let odds = LogOdds(now: counts.now.reduce(0, +), before: counts.before.reduce(0, +))
  let closed = StopWords(of: frame.inputs.codex)
  var scores: [Int: Double] = [:]
  // With fewer items it cannot have been three threads.
  for word in counts.now.indices where counts.now[word] >= TopicColumns.leastThreads {
    let rise = odds.rise(now: counts.now[word], before: counts.before[word])
    if rise.isClear, !closed.contains(counts.text(word)) { scores[word] = rise.score }
  }
  let uses = counts.rows(frame.rows(now), having: Set(scores.keys), frame)
  return scores.compactMap { word, score in
    frame.term(counts.text(word), score, uses[word] ?? [], at: place)
  }.sorted { $0.isListed(before: $1) }.prefix(mostTerms).map { $0 }
}

private let mostTerms = 20

extension Frame {
  /// The rows that rising terms are found in, and the day since 1970 from which on they are of the
  /// quarter; nil where there is no quarter to compare.
  var comparedRows: (rows: Range<Int>, from: Int)? {
    comparedQuarter(self).map { _, now, before in
      (rows(before.lowerBound..<now.upperBound), calendar.firstDay + now.lowerBound)
    }
  }

  /// The rows of some days, counted from the window's first: rows lie in the order of time.
  fileprivate func rows(_ some: Range<Int>) -> Range<Int> {
    func first(_ day: Int) -> Int {
      var low = rows.lowerBound
      var high = rows.upperBound
      while low < high {
        let middle = (low + high) / 2
        if Int(days[middle]) < day { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return first(some.lowerBound)..<first(some.upperBound)
  }

  /// nil where too few people or threads used the word.
  fileprivate func term(
    _ word: String, _ score: Double, _ rows: [Int], at place: Measurement.Place
  ) -> Finding? {
    let people = Set(rows.filter { traits[$0].contains(.byPerson) }.map { items.authors[$0] })
    let inThreads = Set(rows.map { threads.ofRow[$0] }.filter { $0 >= 0 })
    guard people.count >= threshold, inThreads.count >= TopicColumns.leastThreads else {
      return nil
    }
    var place = place
    place.segment = Segment("term", word)
    return Finding(
      part: "rising", place: place, outcome: .estimate(Estimate(score, n: inThreads.count)))
  }
}

extension Finding {
  /// By score, highest first, then by the word.
  fileprivate func isListed(before other: Finding) -> Bool {
    guard case .estimate(let own) = outcome, case .estimate(let others) = other.outcome else {
      return false
    }
    return own.value == others.value
      ? place.segment < other.place.segment : own.value > others.value
  }
}

/// The last finished quarter with a whole year of the window before it, its days and those of the
/// year, counted from the window's first.
private func comparedQuarter(
  _ frame: Frame
) -> (place: Measurement.Place, now: Range<Int>, before: Range<Int>)? {
  let quarters = frame.calendar.places(.quarter)
  guard let index = quarters.lastIndex(where: { !$0.cutOff.contains(.end) }),
    let first = quarters[index].period.firstDay, let end = quarters[index].period.endDay
  else { return nil }
  let start = first.daysSinceEpoch - frame.calendar.firstDay
  let (year, month, _) = first.civil
  guard let yearBefore = CalendarDay(year: year - 1, month: month, day: 1) else { return nil }
  let before = yearBefore.daysSinceEpoch - frame.calendar.firstDay
  guard before >= 0 else { return nil }
  return (quarters[index], start..<end.daysSinceEpoch - frame.calendar.firstDay, before..<start)
}

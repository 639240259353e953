internal import Basics
internal import CommunityData

extension Metric {
  static let topics = Metric(
    id: .topics,
    title: "Topics",
    definition: "What people talk about: tags, channels, and the words whose use has risen.",
    formula: """
      Threads begun in the period by channel, and by each tag that at least three threads have. Rising \
      terms: for the last finished quarter with a whole year of the window before it, the weighted \
      log-odds ratio of the number of items with the word, against that year, with an informative \
      Dirichlet prior of 1,000 words shared out as in both times together; the score is in standard \
      deviations. Words have 3 to 40 letters and digits, in small letters, outside of code, \
      quotations, headings and addresses, of counted items that are not deleted. A term is listed if \
      its score is at least 1.96 and at least as many people as the threshold asks used it in at least \
      three threads of the quarter: 20 terms at most. n is the number of those threads.
      """,
    parts: [
      Part("rising", .score, "How much more usual the word has become, in standard deviations"),
      Part("threads", .threads, "Threads begun"),
    ],
    segments: [
      Cut("channel=ID", "Threads of one channel"), Cut("tag=NAME", "Threads with one tag"),
      Cut("term=WORD", "A word whose use has risen, for one quarter"),
    ],
    periods: [.quarter, .year, .all],
    source: "Monroe, Colaresi and Quinn 2008",
    weaknesses: [
      "Single words only; languages that are written without spaces have none.",
      "A word rises as well because it is quoted, or because the place changed.",
    ],
    needs: [.threads],
    example: WorkedExample(
      until: "2018-04-01 00:00",
      (1...12).map { month in
        .init(
          "o\(month)", "ana", "2017-\(padded(month, 2))-01 09:00", count: 20, text: "backup disk")
      }
        + zip(1...6, ["ana", "ben", "cleo", "dana", "emil", "fred"]).map { day, name in
          .init(
            "n\(day)", name, "2018-01-0\(day) 09:00", count: 20, text: "scheduler crash",
            tags: day < 4 ? ["clock"] : [])
        },
      gives: [
        .init("threads", "2018", "tag=clock", is: 3), .init("threads", "2017", "tag=clock", is: 0),
        .init("rising", "2018-Q1", "term=scheduler", is: 8.856_366_533_784_794),
        .init("rising", "2018-Q1", "term=backup", is: nil),
      ]),
    measure: measureTopics)
}

private func measureTopics(_ frame: Frame) -> Findings {
  let topics = TopicColumns(frame)
  var tallies = topics.segments.map { _ in Tally(frame.calendar) }
  for start in frame.threads.starts {
    for topic in topics.topics(ofRow: Int(start)) {
      tallies[topic].count(day: frame.days[Int(start)])
    }
  }
  let rows = zip(topics.segments, tallies).flatMap { segment, tally in
    tally.findings("threads", Metric.topics.periods, segment, frame.calendar)
  }
  let rising = risingTerms(frame)
  return Findings(
    rows: rows + (topics.segments.isEmpty ? [Finding(nothingToldFor: "threads")] : [])
      + (rising.isEmpty ? [Finding(nothingToldFor: "rising")] : rising))
}

private let leastScore = 1.96
private let mostTerms = 20

private func risingTerms(_ frame: Frame) -> [Finding] {
  guard let (place, nowDays, beforeDays) = comparedQuarter(frame) else { return [] }
  func rows(_ days: Range<Int>) -> [Int] {
    frame.rows.filter { days.contains(Int(frame.days[$0])) && frame.isRead($0) }
  }
  let now = rows(nowDays)
  var counts = TermCounts(frame, now: now, before: rows(beforeDays))
  let odds = LogOdds(now: counts.now.reduce(0, +), before: counts.before.reduce(0, +))
  let scores = counts.now.indices.map { word in
    // With so few items it cannot have been three threads.
    counts.now[word] < TopicColumns.leastThreads
      ? 0 : odds.score(now: counts.now[word], before: counts.before[word])
  }
  let risen = scores.indices.filter { scores[$0] >= leastScore }
  let uses = counts.rows(now, having: Set(risen), frame)
  return risen.compactMap { word in
    frame.term(counts.text(word), scores[word], uses[word] ?? [], at: place)
  }.sorted { $0.isListed(before: $1) }.prefix(mostTerms).map { $0 }
}

extension Frame {
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
  guard let index = quarters.lastIndex(where: { !$0.isUnfinished }),
    let first = quarters[index].period.firstDay, let end = quarters[index].period.endDay
  else { return nil }
  let start = first.daysSinceEpoch - frame.calendar.firstDay
  let (year, month, _) = first.civil
  guard let yearBefore = CalendarDay(year: year - 1, month: month, day: 1) else { return nil }
  let before = yearBefore.daysSinceEpoch - frame.calendar.firstDay
  guard before >= 0 else { return nil }
  return (quarters[index], start..<end.daysSinceEpoch - frame.calendar.firstDay, before..<start)
}

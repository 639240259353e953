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
      quotations, headings and addresses, of counted items that are not deleted; pronouns, \
      prepositions, auxiliaries and the like are left out, in the languages of the codex. A term is \
      listed if its odds have risen by a quarter at least, that being the lower end of the 95% interval \
      of their ratio, and at least as many people as the threshold asks used it in at least three \
      threads of the quarter: 20 terms at most. n is the number of those threads.
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
    procedure: .plain(measureTopics))
}

private func measureTopics(_ frame: Frame) -> Findings {
  let topics = TopicColumns(frame)
  var tallies = topics.segments.map { _ in Tally(frame.calendar) }
  for start in frame.threads.starts {
    topics.forEachTopic(ofRow: Int(start)) { tallies[$0].count(day: frame.days[Int(start)]) }
  }
  let rows = zip(topics.segments, tallies).flatMap { segment, tally in
    tally.findings("threads", Metric.topics.periods, segment, frame.calendar)
  }
  let rising = risingTerms(frame)
  return Findings(
    rows: rows + (topics.segments.isEmpty ? [Finding(nothingToldFor: "threads")] : [])
      + (rising.isEmpty ? [Finding(nothingToldFor: "rising")] : rising))
}

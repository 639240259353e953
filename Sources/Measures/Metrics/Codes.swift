internal import CommunityData

extension Metric {
  static let codes = Metric(
    id: .codes,
    title: "Codes",
    definition: "How many items ask, criticise, praise, thank, suggest and so on, by the codex.",
    formula: """
      Counted items with a code, in the period they were published, and the share of threads begun in \
      the period that have at least one such item. A person's coding holds for the whole item; where \
      nobody has coded it, a code is given by the first of its cue phrases in title or body. Phrases \
      are found at the boundaries of words, whatever the case, accents and script; a phrase is not \
      found in code, quotations, headings and addresses, nor where an exception of the codex covers \
      it, nor in an item known to be in another language. An item may have several codes. Deleted \
      items are not read.
      """,
    parts: [
      Part("items", .items, "Items with the code"),
      Part("threads", .share, "Share of threads with the code", needs: .threads),
    ],
    segments: [
      Cut("code=ID", "Items with one code of the codex"),
      Cut("by=human;code=ID", "Those that a person coded, by quarter, year and whole window"),
      Cut("by=machine;code=ID", "Those that have it by a cue phrase"),
    ],
    periods: [.month, .quarter, .year, .all],
    source: "CHAOSS Social Listening",
    weaknesses: [
      "A phrase does not know irony, and most criticism uses no word that is in a list.",
      "How well the phrases find, on texts that were not looked at when they were chosen: criticism, "
        + "against 1,513 posts of Stack Overflow that people judged negative or not: precision 0.89, "
        + "recall 0.62, F1 0.73; praise, against those judged positive: 0.90, 0.64, 0.75. So nine in "
        + "ten items found are rightly found, and four in ten are missed.",
      "Questions, against 753 issues of GitHub that their projects labelled question or not: precision "
        + "0.56, recall 0.66, F1 0.60. That is not good: such a label says what a project made of an "
        + "issue, whose words often ask nothing, and reports of faults are full of question marks. A "
        + "classifier that was taught with every word and pair of words of as many issues gets 0.67.",
      "Phrases are English unless the site adds others.",
    ],
    needs: [],
    example: WorkedExample(
      until: "2018-01-31 23:59",
      [
        .init("t1", "ana", "2018-01-03 09:00", text: "How do I print this?"),
        .init("t1", "ben", "2018-01-03 10:00", .reply, text: "The menu is CONFUSING, no question."),
        .init(
          "t2", "cleo", "2018-01-04 09:00", text: "Who wrote `what is this?`", codes: ["praise"]),
        .init("t3", "ben", "2018-01-05 09:00", text: "It works."),
      ],
      gives: [
        .init("items", "2018-01", "code=question", is: 1),
        .init("items", "2018-01", "code=criticism", is: 1),
        .init("items", "2018", "by=human;code=praise", is: 1),
        .init("items", "2018", "by=machine;code=praise", is: 0),
        .init("threads", "2018-01", "code=question", is: 1.0 / 3),
      ]),
    procedure: .plain(measureCodes))
}

private func measureCodes(_ frame: Frame) -> Findings {
  var byCode = frame.codes.names.map { _ in CodedItems(frame) }
  for row in frame.rows where frame.traits[row].contains(.counted) {
    frame.codes.forEachMark(of: row) { mark in
      // Behind the codes stand the jobs.
      if Int(mark.code) < byCode.count { byCode[Int(mark.code)].count(row, mark, frame) }
    }
  }
  return Findings(
    rows: zip(frame.codes.names, byCode).flatMap { name, items in
      items.all.findings("items", Metric.codes.periods, Segment("code", name), frame.calendar)
        + coderFindings(frame, name, items.byHuman, items.all)
        + threadShares(frame, name, items.threads)
    })
}

/// The items that have one code.
private struct CodedItems {
  private(set) var all: Tally
  private(set) var byHuman: Tally
  /// Whether each thread has such an item.
  private(set) var threads: [Bool]

  init(_ frame: Frame) {
    all = Tally(frame.calendar)
    byHuman = all
    threads = [Bool](repeating: false, count: frame.threads.count)
  }

  mutating func count(_ row: Int, _ mark: ItemCodes.Mark, _ frame: Frame) {
    all.count(day: frame.days[row])
    if mark.isHuman { byHuman.count(day: frame.days[row]) }
    let thread = Int(frame.threads.ofRow[row])
    if thread >= 0 { threads[thread] = true }
  }
}

/// Human and machine coding apart.
private func coderFindings(
  _ frame: Frame, _ name: String, _ byHuman: Tally, _ all: Tally
) -> [Finding] {
  [Period.Kind.quarter, .year, .all].flatMap { kind -> [Finding] in
    let human = byHuman.byPeriod(kind, frame.calendar)
    let every = all.byPeriod(kind, frame.calendar)
    return ["human", "machine"].flatMap { coder in
      let segment = Segment([("by", coder), ("code", name)])
      return zip(frame.calendar.places(kind, segment), zip(human, every)).map { place, counts in
        Finding("items", place, coder == "human" ? counts.0 : counts.1 - counts.0)
      }
    }
  }
}

private func threadShares(_ frame: Frame, _ name: String, _ withCode: [Bool]) -> [Finding] {
  let segment = Segment("code", name)
  guard frame.tells(.threads) else { return [Finding("threads", segment, missing: .threads)] }
  var hits = Tally(frame.calendar)
  var threads = Tally(frame.calendar)
  for (thread, start) in frame.threads.starts.enumerated() {
    threads.count(day: frame.days[Int(start)])
    if withCode[thread] { hits.count(day: frame.days[Int(start)]) }
  }
  return shares("threads", of: hits, in: threads, segment, frame.calendar)
    .filter { $0.place.period.kind != .week }
}

internal import CommunityData

extension Metric {
  static let jobs = Metric(
    id: .jobs,
    title: "Jobs to be done",
    definition: "How many threads are about each job people come to get done, and how many wait.",
    formula: """
      Threads in which at least one counted item that is not deleted has a phrase of the job, in the \
      period in which they began; and those of them without a first response by another person. A \
      thread may be about several jobs. Phrases are found as those of the codex are.
      """,
    parts: [
      Part("threads", .threads, "Threads about the job"),
      Part(
        "unanswered", .threads, "Threads about the job without a response so far", better: .down),
    ],
    segments: [Cut("job=ID", "One job of the site")],
    periods: [.month, .quarter, .year, .all],
    source: "Ours; jobs after Christensen and Ulwick",
    weaknesses: ["A thread that describes the job in other words is not found."],
    needs: [.threads],
    example: WorkedExample(
      until: "2018-01-31 23:59",
      [
        .init("t1", "ana", "2018-01-03 09:00", text: "Moving house: how to migrate my data?"),
        .init("t1", "ben", "2018-01-03 10:00", .reply),
        .init("t2", "cleo", "2018-01-04 09:00", text: "New disk"),
        .init("t2", "cleo", "2018-01-04 10:00", .reply, text: "I mean: migrating to a new disk"),
      ],
      with: MeasureInputs(jobs: [Job(id: "move", phrases: [Codex.Phrase("migrat*")])]),
      gives: [
        .init("threads", "2018-01", "job=move", is: 2),
        .init("unanswered", "2018-01", "job=move", is: 1),
      ]),
    procedure: .plain(measureJobs))
}

private func measureJobs(_ frame: Frame) -> Findings {
  let jobs = frame.inputs.jobs.indices.filter { index in
    let places = frame.inputs.jobs[index].communities
    return places.isEmpty || places.contains(frame.community.slug)
  }
  guard !jobs.isEmpty else {
    return Findings(rows: Metric.jobs.parts.map { Finding(nothingToldFor: $0.name) })
  }
  return Findings(
    rows: jobs.flatMap { job in
      jobFindings(frame, frame.codes.number(ofJob: job), frame.inputs.jobs[job].id)
    })
}

private func jobFindings(_ frame: Frame, _ code: Int, _ id: String) -> [Finding] {
  var isAbout = [Bool](repeating: false, count: frame.threads.count)
  for row in frame.rows where frame.traits[row].contains(.counted) {
    let thread = Int(frame.threads.ofRow[row])
    if thread >= 0, frame.codes.has(code, row) { isAbout[thread] = true }
  }
  var threads = Tally(frame.calendar)
  var unanswered = threads
  for thread in isAbout.indices where isAbout[thread] {
    let day = frame.days[Int(frame.threads.starts[thread])]
    threads.count(day: day)
    if frame.threads.responses[thread] < 0 { unanswered.count(day: day) }
  }
  return [("threads", threads), ("unanswered", unanswered)].flatMap { part, tally in
    tally.findings(part, Metric.jobs.periods, Segment("job", id), frame.calendar)
  }
}

extension Finding {
  /// Where the site's content names nothing for a metric to measure.
  init(nothingToldFor part: String) {
    let place = Measurement.Place(period: .all, segment: .all, cutOff: [])
    self.init(part: part, place: place, outcome: .undefined(.nothing))
  }
}

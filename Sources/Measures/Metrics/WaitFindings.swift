/// Median, quartiles and outer tenths of the waits of some threads by period, and how many still wait.
///
/// `ends` holds, for every thread of the frame, the row that ended its wait, or -1; `waiting` is the
/// part that counts the others.
func waitFindings(
  _ frame: Frame, _ threads: [Int], _ ends: [Int32], _ segment: Segment, waiting: String
) -> [Finding] {
  let waits = PeriodWaits(frame, threads, endedBy: ends)
  return Period.Kind.allCases.flatMap { kind in
    zip(frame.calendar.places(kind, segment), waits.byPeriod(kind, frame.calendar)).flatMap {
      waitFindings($1, at: $0, waiting: waiting)
    }
  }
}

private func waitFindings(
  _ waits: [Wait], at place: Measurement.Place, waiting: String
) -> [Finding] {
  let curve = SurvivalCurve(sorted: waits)
  let quantiles = zip(waitParts, curve.quantiles([0.1, 0.25, 0.5, 0.75, 0.9])).map { part, time in
    Finding(
      part: part, place: place,
      outcome: time.map { .estimate($0) } ?? .undefined(waits.isEmpty ? .nothing : .notReached))
  }
  let open = Estimate(Double(waits.count { !$0.hasEnded }), n: waits.count)
  return quantiles + [Finding(part: waiting, place: place, outcome: .estimate(open))]
}

/// The shares that have a response by then, ascending.
private let waitParts = ["p10", "p25", "median", "p75", "p90"]

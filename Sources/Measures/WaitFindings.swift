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
  let quantiles = [("median", 0.5), ("p10", 0.1), ("p25", 0.25), ("p75", 0.75), ("p90", 0.9)]
    .map { part, q in Finding(part: part, place: place, outcome: curve.outcome(q)) }
  let open = Estimate(Double(waits.count { !$0.hasEnded }), n: waits.count)
  return quantiles + [Finding(part: waiting, place: place, outcome: .estimate(open))]
}

extension SurvivalCurve {
  /// A quantile as a table tells it.
  fileprivate func outcome(_ q: Double) -> Finding.Outcome {
    if let estimate = quantile(q) { return .estimate(estimate) }
    return .undefined(count == 0 ? .nothing : .notReached)
  }
}

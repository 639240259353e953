/// The running total of new people with every count that is a piece of it: new people by period and up
/// to its end, those who have been here for thirty days, and the cohorts looked at so many months later.
func newPeopleTimeline(_ tally: Tally, _ context: MeasureContext) -> Timeline {
  let calendar = context.calendar
  var stretches = Timeline.stretches(of: .new, calendar)
  stretches += Timeline.stretches(of: .settled, calendar).map { stretch in
    stretch.cut(before: context.settledDays)
  }
  stretches += Timeline.stretches(of: .everSoFar, calendar).map { stretch in
    Timeline.Stretch(cell: stretch.cell, days: 0..<stretch.days.upperBound)
  }
  let months = calendar.places(.month)
  let monthDays = calendar.stretches(.month)
  for monthsLater in 1...Cohorts.longest {
    let lastMonth = months.indices.last { Cohorts.isOver($0 + monthsLater, calendar) }
    guard let end = lastMonth.map({ monthDays[$0].upperBound }) else { continue }
    let cohorts = Timeline.stretches(of: .cohort(monthsLater: monthsLater), calendar)
    stretches += cohorts.map { $0.cut(before: end) }
  }
  return Timeline(tally, stretches + context.campaignStretches)
}

extension Timeline.Stretch {
  /// Only the days before one.
  fileprivate func cut(before end: Int) -> Timeline.Stretch {
    Timeline.Stretch(cell: cell, days: days.clamped(to: 0..<end))
  }
}

/// What everybody knows of distinct people over the calendar: a period counts no fewer than any period
/// within it, and no more than periods that cover it count together.
func nesting(of count: PeopleCell.Count, in calendar: WindowCalendar) -> [LinearRelation] {
  let steps: [(Period.Kind, Period.Kind)] = [
    (.week, .month), (.week, .quarter), (.week, .year), (.week, .all), (.month, .quarter),
    (.quarter, .year), (.year, .all),
  ]
  return steps.flatMap { short, long in
    func cell(_ kind: Period.Kind, _ index: Int) -> PeopleCell {
      PeopleCell(count, calendar.places(kind)[index].period)
    }
    let covers = calendar.places(long).indices.map { index in
      let parts = calendar.indexes(short, touching: long, at: index).map { cell(short, $0) }
      return LinearRelation.atMost([cell(long, index)], parts)
    }
    let within = calendar.places(short).indices.map { index in
      let wholes = calendar.indexes(long, touching: short, at: index).map { cell(long, $0) }
      return LinearRelation.atMost([cell(short, index)], wholes)
    }
    return covers + within
  }
}

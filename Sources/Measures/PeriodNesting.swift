extension Findings {
  /// One row and one count of people a period.
  mutating func add(_ count: PeopleCell.Count, _ places: [Measurement.Place], _ people: [Int]) {
    for (place, number) in zip(places, people) {
      let cell = PeopleCell(count, place.period)
      self.people[cell] = number
      rows.append(Finding("", place, people: number, as: cell))
    }
  }
}

/// What everybody knows of a count of people over the calendar.
///
/// A period within another counts no more than that, and periods that cover another count together no
/// less. Where the count adds up (everybody is new once), the parts make exactly the whole; weeks lie
/// across months, so of them only bounds are known.
struct PeriodNesting {
  var count: PeopleCell.Count
  var calendar: WindowCalendar
  var addsUp: Bool

  var relations: [LinearRelation] {
    let steps: [(Period.Kind, Period.Kind)] = [
      (.week, .month), (.week, .quarter), (.week, .year), (.week, .all), (.month, .quarter),
      (.quarter, .year), (.year, .all),
    ]
    return steps.flatMap { short, long in
      calendar.places(long).indices.flatMap { relations(long, $0, short) }
    }
  }

  private func relations(
    _ long: Period.Kind, _ index: Int, _ short: Period.Kind
  ) -> [LinearRelation] {
    let touching = calendar.indexes(short, touching: long, at: index)
    let whole = cell(long, index)
    let parts = touching.map { cell(short, $0) }
    let across = touching.filter { calendar.indexes(long, touching: short, at: $0).count > 1 }
    let inside = touching.filter { !across.contains($0) }.map { cell(short, $0) }
    if addsUp, across.isEmpty { return [.equal(whole, parts)] }

    var relations: [LinearRelation] = [.atMost([whole], parts)]
    relations += addsUp ? [.atMost(inside, [whole])] : inside.map { .atMost([$0], [whole]) }
    if let last = across.last, last == touching.upperBound {
      let covers = calendar.indexes(long, touching: short, at: last).map { cell(long, $0) }
      relations.append(.atMost([cell(short, last)], covers))
    }
    return relations
  }

  private func cell(_ kind: Period.Kind, _ index: Int) -> PeopleCell {
    PeopleCell(count, calendar.places(kind)[index].period)
  }
}

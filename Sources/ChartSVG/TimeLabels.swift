internal import Basics

/// Chooses which marks of the time axis are named, so that no two names touch.
///
/// Years first, then every second mark, then the rest where all of it fits: names at odd distances
/// would seem to be those of even steps. A year is printed at January only, or at the first name
/// where there is no January. Where each step is a year, years are all that is named.
struct TimeLabels {
  let scale: TimeScale
  let variant: Variant
  let formats: TextFormats
  /// The base line of the names.
  let y: Double

  /// The names that fit, from left to right.
  var placed: [PlacedText] {
    if scale.isYearly { return years }
    let ticks = scale.ticks
    let hasYear = ticks.contains(where: \.isYear)
    let (first, rest) = order(ticks)
    let labels = (first + rest).map { index in
      place(text(of: ticks[index], withYear: !hasYear && index == 0), at: ticks[index].day)
    }
    let sparse = fitting(labels.prefix(first.count), beside: [])
    let dense = fitting(labels.dropFirst(first.count), beside: sparse)
    let chosen = dense.count == sparse.count + rest.count ? dense : sparse
    return chosen.sorted { $0.at.x < $1.at.x }
  }

  /// The chosen names, and each of the labels that touches none before it.
  private func fitting(
    _ labels: ArraySlice<PlacedText>, beside chosen: [PlacedText]
  ) -> [PlacedText] {
    labels.reduce(into: chosen) { chosen, label in
      if !chosen.contains(where: { $0.box.overlaps(label.box, gap: 14) }) { chosen.append(label) }
    }
  }

  /// Under the middle of each year, where its point stands: at January a name would seem to be of the
  /// point to its left as much as of its own.
  private var years: [PlacedText] {
    let numbers = scale.first.civil.year...scale.last.civil.year
    let middles = numbers.compactMap { CalendarDay(year: $0, month: 7, day: 2) }
    return middles.filter(scale.covers).reduce(into: []) { chosen, day in
      let label = place(formats.numbers.plain(day.civil.year), at: day)
      if chosen.last.map({ $0.box.overlaps(label.box, gap: 14) }) != true { chosen.append(label) }
    }
  }

  /// The marks that are named where they fit, the most important first; and those between them.
  private func order(_ ticks: [TimeTick]) -> (first: [Int], rest: [Int]) {
    let years = ticks.indices.filter { ticks[$0].isYear }
    let anchor = years.first ?? 0
    // Over many years the months between would be noise.
    let hasRoom = scale.days < 60 || scale.spacing(ofMonths: 6) >= 60
    let others = ticks.indices.filter { !ticks[$0].isYear && (hasRoom || years.isEmpty) }
    let even = others.filter { ($0 - anchor) % 2 == 0 }
    let odd = others.filter { ($0 - anchor) % 2 != 0 }
    return (years + even, odd)
  }

  private func place(_ text: String, at day: CalendarDay) -> PlacedText {
    PlacedText(text: text, at: Place(x: scale.position(of: day), y: y), anchor: .middle)
      .pushed(between: 0, and: variant.width)
  }

  private func text(of tick: TimeTick, withYear: Bool) -> String {
    let (year, month, _) = tick.day.civil
    if scale.days < 60 {
      return withYear ? formats.shortDate(tick.day) : formats.dayOfMonth(tick.day)
    }
    if tick.isYear {
      return variant.isRoomy && scale.spacing(ofMonths: 12) > 90
        ? formats.shortMonth(month, of: year) : formats.numbers.plain(year)
    }
    return withYear ? formats.shortMonth(month, of: year) : formats.dates.shortMonths[month - 1]
  }
}

internal import Basics
internal import Measures

/// Measured numbers as readers see them, and what stands where there is none.
extension Wording {
  static let withheld = "[c]"

  /// `1,284`, `2 h 05`, `71%`, `5.9`; `[c]` where it is withheld, `not measurable`, or a dash where
  /// there is no such number.
  func value(_ measurement: Measurement) -> String {
    switch measurement.result {
    case .value(let estimate): value(estimate, in: measurement.unit)
    case .suppressed: Wording.withheld
    case .notMeasurable: self(.notMeasurable)
    case .undefined: "–"
    }
  }

  /// The same as drawings and tables have it: shares without decimals whatever they rest on, so that a
  /// column agrees, and the title above it with the column.
  func valueAsDrawn(_ measurement: Measurement) -> String {
    guard case .value(let estimate) = measurement.result else { return value(measurement) }
    return measurement.unit == .share
      ? shareAsDrawn(estimate.value, of: estimate.n) : value(estimate, in: measurement.unit)
  }

  /// `75%`; below 20 the parts themselves.
  func shareAsDrawn(_ share: Double, of n: Int?) -> String {
    if let n, n < 20 { return numbers.share(share, of: n) }
    return numbers.percent(share)
  }

  func value(_ estimate: Estimate, in unit: Unit) -> String {
    value(estimate.value, in: unit, of: estimate.n)
  }

  func value(_ value: Double, in unit: Unit, of n: Int? = nil) -> String {
    switch unit {
    case .items, .people, .threads, .entries: numbers.text(Int(value.rounded()))
    case .seconds: formats.duration(seconds: Int(value.rounded()))
    case .share: numbers.share(value, of: n ?? 20)
    case .ratio, .score, .perWeek: numbers.text(value, places: value < 10 ? 2 : 1)
    }
  }

  /// The difference of two shares of at least n: `8 points`; a decimal where shares have one, and below one
  /// point.
  func points(_ difference: Double, of n: Int) -> String {
    let points = difference * 100
    let whole = Int(points.rounded())
    if n <= 1000, whole > 0 { return self(.points, ["n": .count(whole)]) }
    return self(.pointsWithDecimals, ["n": .text(numbers.text(points, places: 1))])
  }

  /// What a source would have to tell: `roles`.
  func name(of field: MeasurableField) -> String {
    switch field {
    case .replies: self(.fieldReplies)
    case .reactions: self(.fieldReactions)
    case .threads: self(.fieldThreads)
    case .urls: self(.fieldURLs)
    case .edits: self(.fieldEdits)
    case .roles: self(.fieldRoles)
    case .accepted: self(.fieldAccepted)
    }
  }

  func name(of unit: Unit) -> String {
    switch unit {
    case .items: self(.unitItems)
    case .people: self(.unitPeople)
    case .threads: self(.unitThreads)
    case .entries: self(.unitEntries)
    case .seconds: self(.unitSeconds)
    case .share: self(.unitShare)
    case .ratio: self(.unitRatio)
    case .score: self(.unitScore)
    case .perWeek: self(.perWeek)
    }
  }

  func name(of reason: UndefinedReason) -> String {
    switch reason {
    case .nothing: self(.nothingToMeasure)
    case .notReached: self(.notReached)
    }
  }
}

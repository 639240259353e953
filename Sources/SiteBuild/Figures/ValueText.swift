internal import Basics
internal import Measures

/// A measured number as readers see it, and what stands where there is none.
enum ValueText {
  static let withheld = "[c]"
  static let notMeasurable = "not measurable"

  /// `1,284`, `2 h 05`, `71%`, `5.9`; `[c]` where it is withheld, `not measurable`, or a dash where
  /// there is no such number.
  static func text(_ measurement: Measurement) -> String {
    switch measurement.result {
    case .value(let estimate): text(estimate, in: measurement.unit)
    case .suppressed: withheld
    case .notMeasurable: notMeasurable
    case .undefined: "–"
    }
  }

  static func text(_ estimate: Estimate, in unit: Unit) -> String {
    text(estimate.value, in: unit, of: estimate.n)
  }

  static func text(_ value: Double, in unit: Unit, of n: Int? = nil) -> String {
    switch unit {
    case .items, .people, .threads: numberText(Int(value.rounded()))
    case .seconds: durationText(seconds: Int(value.rounded()))
    case .share: percentText(value, of: n ?? 20)
    case .ratio, .score: decimalText(value, places: value < 10 ? 2 : 1)
    }
  }
}

internal import Basics

extension ChartUnit {
  /// The length of an axis on which nothing differs.
  var smallestStep: Double {
    switch self {
    case .count: 1
    case .share: 0.01
    case .duration: 60
    case .ratio: 0.1
    case .number(let places): 1 / powerOfTen(places)
    }
  }

  /// The smallest step people count in of which five cover a span.
  func step(covering span: Double) -> Double {
    switch self {
    case .count: decimalStep(covering: span, smallest: 1)
    case .share: decimalStep(covering: span * 100, smallest: 1) / 100
    case .duration: durationStep(covering: span)
    case .ratio: decimalStep(covering: span * 100, smallest: 1) / 100
    case .number(let places):
      decimalStep(covering: span * powerOfTen(places), smallest: 1) / powerOfTen(places)
    }
  }

  /// The value at a gridline: `0`, `25%`, `4 h`; whole units, as steps are.
  func tickText(_ value: Double, step: Double, _ wording: Wording) -> String {
    switch self {
    case .count: countTick(value, step: step, wording.numbers)
    case .number(let places):
      step >= stepOfMillions
        ? countTick(value, step: step, wording.numbers)
        : wording.numbers.text(value, places: decimals(of: step, atMost: places))
    case .share: text(value, wording)
    case .duration: durationTick(value, step: step, wording.formats)
    case .ratio: wording.numbers.text(value, places: decimals(of: step, atMost: 2))
    }
  }
}

/// 1, 2, 2.5 or 5 times a power of ten; 2.5 only where it is a whole number.
private func decimalStep(covering span: Double, smallest: Double) -> Double {
  var power = smallest
  while power.isFinite {
    for factor in [1, 2, 2.5, 5] where power >= 10 || factor != 2.5 {
      if span <= factor * power * 5 * (1 + 1e-9) { return factor * power }
    }
    power *= 10
  }
  return span / 5
}

/// How many decimals a step has: one of 0.05 two.
private func decimals(of step: Double, atMost most: Int) -> Int {
  (0..<most).first { places in
    let scaled = step * powerOfTen(places)
    return abs(scaled - scaled.rounded()) < 1e-6
  } ?? most
}

/// Steps of two millions lead to ten at least, from where an axis counts in millions.
private let stepOfMillions = 2_000_000.0

private func countTick(_ value: Double, step: Double, _ numbers: NumberFormat) -> String {
  guard step >= stepOfMillions, value != 0 else { return numbers.text(value, places: 0) }
  let isWhole = step.truncatingRemainder(dividingBy: 1_000_000) == 0
  let millions = numbers.text(value / 1_000_000, places: isWhole ? 0 : 1)
  return numbers.millions.filled(["n": millions])
}

private func durationStep(covering span: Double) -> Double {
  let steps: [Double] = [
    1, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 14_400, 21_600, 43_200,
  ]
  return steps.first { span <= $0 * 5 } ?? decimalStep(covering: span / 86_400, smallest: 1)
    * 86_400
}

private func durationTick(_ value: Double, step: Double, _ formats: TextFormats) -> String {
  let (unit, name): (Double, KeyPath<DurationFormat, TextPattern>) =
    switch step {
    case ..<60: (1, \.seconds)
    case ..<3600: (60, \.minutes)
    case ..<86_400: (3600, \.hours)
    default: (86_400, \.days)
    }
  let count = wholeNumber(value / unit)
  return count == 0 ? formats.numbers.text(0) : formats.duration(count, name)
}

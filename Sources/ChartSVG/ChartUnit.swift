package import Basics

/// What the values of a chart are.
package enum ChartUnit: Sendable, Hashable {
  /// A number of something, named in the plural: `conversations`.
  case count(noun: String)
  /// A part of a whole, 0…1.
  case share
  /// Seconds.
  case duration
  /// A number that is no count: so many for each, a score.
  case ratio
  /// A number of anything, with so many decimals.
  case number(places: Int)

  /// Numbers of which nothing is known, all with the decimals that their typical size asks for: none
  /// where all are whole, else three significant digits of their median: `0.0312`, `2.40`, `71.1`.
  package static func fitting(_ values: [Double]) -> ChartUnit {
    let sizes = values.filter { $0.isFinite && $0 != 0 }.map(abs).sorted()
    guard !sizes.allSatisfy(isWhole) else { return .number(places: 0) }
    let typical = sizes[sizes.count / 2]
    let places = (1...mostPlaces).first { typical * powerOfTen($0) >= 100 } ?? mostPlaces
    return .number(places: places)
  }

  /// A value as a reader sees it: `1,284`, `71%`, `3 h 05`, `5.90`.
  package func text(_ value: Double, _ wording: Wording) -> String {
    switch self {
    case .count: wording.numbers.text(value, places: isWhole(value) ? 0 : 1)
    case .share: wording.numbers.percent(value)
    case .duration: wording.formats.duration(seconds: wholeNumber(value))
    case .ratio: wording.numbers.text(value, places: abs(value) < 10 ? 2 : 1)
    case .number(let places): wording.numbers.text(value, places: places)
    }
  }

  /// A likely range without spaces: `41–63%`, `1 h 05–3 h 20`.
  func text(_ range: ClosedRange<Double>, _ wording: Wording) -> String {
    if self == .share {
      let ends = [range.lowerBound, range.upperBound].map {
        wording.numbers.text($0 * 100, places: 0)
      }
      return wording.numbers.percent(of: ends.joined(separator: "–"))
    }
    return text(range.lowerBound, wording) + "–" + text(range.upperBound, wording)
  }

  /// A cell of the data table: the value as shown and as a machine reads it (`71%`, `0.71`).
  func cell(_ value: Double, _ wording: Wording) -> DataTable.Cell {
    guard value.isFinite else { return .missing(reason: wording.numbers.notANumber) }
    return .number(shown: text(value, wording), raw: rawNumber(value))
  }
}

/// Raw numbers have no more.
private let mostPlaces = 6

func powerOfTen(_ exponent: Int) -> Double { (0..<exponent).reduce(1) { power, _ in power * 10 } }

/// What differs from a whole number by an error of rounding is one.
private func isWhole(_ value: Double) -> Bool {
  abs(value - value.rounded()) <= 1e-9 * max(1, abs(value))
}

/// A number as CSV and JSON want it: `rawNumber(1284)` → `"1284"`, `rawNumber(0.7134159)` →
/// `"0.713416"` (six decimals, trailing zeros left out).
func rawNumber(_ value: Double) -> String {
  if isWhole(value), abs(value) < 9e15 { return String(wholeNumber(value)) }
  let millionths = (value * 1_000_000).rounded()
  guard abs(millionths) < 9e15 else { return String(wholeNumber(value)) }
  let scaled = Int(millionths)
  var decimals = padded(Int(scaled.magnitude % 1_000_000), 6)
  while decimals.utf8.last == UInt8(ascii: "0") { decimals.removeLast() }
  let whole = (scaled < 0 ? "-" : "") + String(scaled.magnitude / 1_000_000)
  return decimals.isEmpty ? whole : whole + "." + decimals
}

/// The nearest whole number, held within what an integer can carry.
func wholeNumber(_ value: Double) -> Int {
  Int(max(-9e18, min(9e18, value.rounded())))
}

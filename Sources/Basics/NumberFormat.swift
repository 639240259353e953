/// How a language writes numbers.
package struct NumberFormat: Sendable, Hashable {
  /// Between groups of three digits: `,`.
  package var group: String
  /// Before the decimals: `.`.
  package var decimal: String
  /// The ten digits, where the language has its own; empty is 0 to 9.
  package var digits: [Character] = []
  /// `{n}%`
  package var percent: TextPattern
  /// `{part} of {whole}`
  package var partOfWhole: TextPattern
  /// `{n} M`
  package var millions: TextPattern
  /// `{n} kB` and `{n} MB`
  package var kilobytes: TextPattern
  package var megabytes: TextPattern
  package var notANumber: String

  /// `−1,284`; U+2212 and a separator every three digits.
  package func text(_ value: Int) -> String {
    let digits = Array(String(value.magnitude).utf8)
    if digits.count <= 3, value >= 0 { return localized(String(value)) }
    var grouped = value < 0 ? "\u{2212}" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped += group }
      grouped.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return localized(grouped)
  }

  /// With a fixed count of decimals, rounded half away from zero: 5.94 with one place → `5.9`.
  ///
  /// The value must be smaller than 10^12 and `places` at most 6; larger ones keep no decimals.
  package func text(_ value: Double, places: Int) -> String {
    guard value.isFinite else { return notANumber }
    guard abs(value) < 1e12, places > 0, places <= 6 else {
      return text(Int(max(-9e18, min(9e18, value.rounded()))))
    }
    let scale = (0..<places).reduce(1) { product, _ in product * 10 }
    let scaled = Int((abs(value) * Double(scale)).rounded())
    let sign = value < 0 && scaled > 0 ? "\u{2212}" : ""
    return sign + text(scaled / scale) + decimal + localized(padded(scaled % scale, places))
  }

  /// A share with so many decimals: 0.714 → `71%`.
  package func percent(_ share: Double, places: Int = 0) -> String {
    percent(of: text(share * 100, places: places))
  }

  /// Numbers already written, as a percentage: `41–63` → `41–63%`.
  package func percent(of number: String) -> String { percent.filled(["n": number]) }

  /// A share of n: `71%`; one decimal only where n is above 1,000, below 20 the parts themselves:
  /// `11 of 14`.
  package func share(_ share: Double, of n: Int) -> String {
    guard n < 20 else { return percent(share, places: n > 1000 ? 1 : 0) }
    let part = text(Int((share * Double(n)).rounded()))
    return partOfWhole.filled(["part": part, "whole": text(n)])
  }

  /// `12 kB`: thousands of bytes, at least 1.
  package func size(ofBytes count: Int) -> String {
    count < 1_000_000
      ? kilobytes.filled(["n": text(max(1, (count + 500) / 1000))])
      : megabytes.filled(["n": text(Double(count) / 1e6, places: 1)])
  }

  /// A number that is no quantity, such as a year, in the language's digits: never grouped.
  package func plain(_ value: Int) -> String { localized(String(value)) }

  /// Any text with the digits of the language.
  package func localized(_ text: String) -> String {
    if digits.count != 10 { return text }
    return String(text.map { $0.isASCII ? $0.wholeNumberValue.map { digits[$0] } ?? $0 : $0 })
  }
}

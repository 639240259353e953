internal import Basics

/// The name of a row, linked where it has an address, with a smaller second line.
func rowHead(_ name: String, link: String? = nil, note: String? = nil) -> String {
  let linked = link.map { "<a href=\"\(xmlText($0))\">\(xmlText(name))</a>" } ?? xmlText(name)
  let second = note.map { "<span class=\"sub\">\(xmlText($0))</span>" } ?? ""
  return "<th scope=\"row\">\(linked)\(second)</th>"
}

/// Words for a screen reader where the eye reads a drawing.
func spoken(_ words: String) -> String { "<span class=\"vh\">\(xmlText(words))</span>" }

/// A length in percent of its cell with at most one decimal: `part(0.3214)` → `"32.1%"`.
func part(_ share: Double) -> String { coordinate(share * 100) + "%" }

extension ChartValue {
  /// What a reader is told about the value: `71%`, `too few people, not shown`, the reason.
  func words(_ unit: ChartUnit, _ wording: Wording) -> String {
    switch self {
    case .number(let value, _, _): unit.text(value, wording)
    case .suppressed: wording(.suppressed)
    case .missing(let reason): reason
    }
  }

  /// What stands in the drawing: `71%`, `[c]`, the reason.
  func mark(_ unit: ChartUnit, _ wording: Wording) -> String {
    if case .suppressed = self { return "[c]" }
    return words(unit, wording)
  }
}

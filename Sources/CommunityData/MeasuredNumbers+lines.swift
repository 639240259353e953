internal import Basics
internal import JSONText

/// Reads the lines of `measurements.ndjson` and `people.ndjson`.
extension MeasuredRow {
  static let fieldNames = ["metric", "period", "segment", "value", "n", "low", "high"]

  init(_ line: borrowing LineDecoder) throws(JSONFault) {
    self.init(
      try line.required(0).string, period: try line.required(1).string,
      segment: try line.required(2).string)
    value = try line.number(3)
    n = try line.value(4, .integer)?.integer
    low = try line.number(5)
    high = try line.number(6)
    if let n, !isCount(n) { throw JSONFault(offset: 0, reason: "`n` is no count: \(n)") }
  }
}

extension PeopleCount {
  static let fieldNames = ["count", "period", "people"]

  init(_ line: borrowing LineDecoder) throws(JSONFault) {
    guard let people = try line.value(2, .integer)?.integer else {
      throw JSONFault(offset: 0, reason: "`people` is missing")
    }
    self.init(try line.required(0).string, try line.required(1).string, people)
    if !isCount(people) {
      throw JSONFault(offset: 0, reason: "`people` is no count: \(people)")
    }
  }
}

/// The bound keeps sums of counts from overflowing.
private func isCount(_ number: Int) -> Bool { (0...1 << 40).contains(number) }

extension LineDecoder {
  /// A number of either kind; nil when it is absent or null.
  fileprivate func number(_ field: Int) throws(JSONFault) -> Double? {
    let isFraction = token(field)?.kind == .double
    guard let found = try value(field, isFraction ? .double : .integer) else { return nil }
    let number = isFraction ? found.double : Double(found.integer)
    // Beyond, whole numbers would no longer be exact, and nothing that is counted is so large.
    if abs(number) <= 1e15 { return number }
    throw JSONFault(offset: found.offset, reason: "a number is out of range: \(number)")
  }
}

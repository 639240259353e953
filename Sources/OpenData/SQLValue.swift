/// One cell of a result.
package enum SQLValue: Sendable, Hashable {
  case null
  case integer(Int)
  /// Finite.
  case real(Double)
  case text(String)

  /// The number, where it is one.
  package var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .real(let number): number
    case .null, .text: nil
    }
  }

  /// As a reader of a file meets it: whole numbers without a point, nothing for no value.
  package var raw: String {
    switch self {
    case .null: ""
    case .integer(let number): String(number)
    case .real(let number): Int(exactly: number).map { String($0) } ?? number.description
    case .text(let text): text
    }
  }
}

extension SQLValue: Comparable {
  /// No value first, then numbers, then texts by their bytes, as SQLite orders them.
  package static func < (left: SQLValue, right: SQLValue) -> Bool {
    // As numbers with a point, long ones would be alike that are not.
    if case .integer(let one) = left, case .integer(let other) = right { return one < other }
    if let one = left.number, let other = right.number { return one < other }
    if case .text(let one) = left, case .text(let other) = right {
      return one.utf8.lexicographicallyPrecedes(other.utf8)
    }
    return left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .null: 0
    case .integer, .real: 1
    case .text: 2
    }
  }
}

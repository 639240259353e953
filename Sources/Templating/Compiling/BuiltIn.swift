/// Functions that every template may call.
enum BuiltIn: String, CaseIterable, Sendable {
  case range, dict, namespace, cycler, joiner

  var number: Int32 {
    switch self {
    case .range: 0
    case .dict: 1
    case .namespace: 2
    case .cycler: 3
    case .joiner: 4
    }
  }

  init?(number: Int32) {
    guard let found = BuiltIn.allCases.first(where: { $0.number == number }) else { return nil }
    self = found
  }

  /// Numbers of what else is called as a function: `cycler.next()`, `joiner()`, `loop.cycle()`.
  static let cyclerNext: Int32 = 5
  static let cyclerReset: Int32 = 6
  static let joinerCall: Int32 = 7
  static let loopCycle: Int32 = 8
}

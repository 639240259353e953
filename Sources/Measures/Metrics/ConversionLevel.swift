/// How far a newcomer came; each level includes the one before.
enum ConversionLevel: String, Sendable, CaseIterable, Comparable {
  /// A second item within thirty days of the first.
  case secondItem = "second_item"
  /// And ten items or more.
  case tenItems = "ten_items"
  /// And three people or more answered.
  case helper

  static func < (left: ConversionLevel, right: ConversionLevel) -> Bool {
    left.order < right.order
  }

  private var order: Int {
    switch self {
    case .secondItem: 0
    case .tenItems: 1
    case .helper: 2
    }
  }
}

/// The values that `unique` has met, those it can tell apart by a key with one look.
struct SeenValues {
  private var keys: Set<Key> = []
  /// Tuples, records and the like.
  var others: [Value] = []

  /// Equal where the values are: texts by their bytes, `1`, `1.0` and `true` as one.
  private enum Key: Hashable {
    case nothing, missing
    case bytes([UInt8])
    case whole(Int)
    case fraction(Double)
  }

  /// Notes a value: whether it is new, or nil for one that has no key.
  mutating func insert(_ value: Value) -> Bool? {
    guard let key = key(of: value) else { return nil }
    return keys.insert(key).inserted
  }

  private func key(of value: Value) -> Key? {
    if value.isTextual { return .bytes(Array(value.bytes)) }
    switch value.tag {
    case .integer, .boolean: return .whole(value.integer)
    case .number:
      if let whole = Int(exactly: value.number) { return .whole(whole) }
      return .fraction(value.number)
    case .none: return .nothing
    case .undefined: return .missing
    default: return nil
    }
  }
}

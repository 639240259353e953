// Equality and order of values, as Python has them.

/// `1 == 1.0 == true`; texts by their bytes; lists, tuples and maps by their elements.
func equal(_ left: Value, _ right: Value) -> Bool {
  if left.isNumeric, right.isNumeric { return equalNumbers(left, right) }
  if left.isTextual, right.isTextual { return left.bytes.elementsEqual(right.bytes) }
  guard left.tag == right.tag else { return false }
  switch left.tag {
  case .undefined, .none: return true
  case .list, .tuple, .record:
    return left.count == right.count && zip(left.items, right.items).allSatisfy(equal)
  case .map: return equalMaps(left, right)
  default: return left.bits == right.bits
  }
}

private func equalNumbers(_ left: Value, _ right: Value) -> Bool {
  if let a = left.wholeNumber, let b = right.wholeNumber { return a == b }
  guard let a = left.fraction, let b = right.fraction else { return false }
  return a == b
}

private func equalMaps(_ left: Value, _ right: Value) -> Bool {
  guard left.count == right.count else { return false }
  for index in 0..<left.count {
    guard let other = right.mapped(left.items[index * 2]),
      equal(left.items[index * 2 + 1], other)
    else { return false }
  }
  return true
}

/// -1, 0 or 1; nil when the two cannot be ordered, as a text and a number.
func order(_ left: Value, _ right: Value) -> Int? {
  if let a = left.wholeNumber, let b = right.wholeNumber { return a < b ? -1 : (a == b ? 0 : 1) }
  if let a = left.fraction, let b = right.fraction { return a < b ? -1 : (a == b ? 0 : 1) }
  if left.isTextual, right.isTextual { return orderBytes(left.bytes, right.bytes) }
  guard left.isSequence, left.tag == right.tag else { return nil }
  for (a, b) in zip(left.items, right.items) where !equal(a, b) { return order(a, b) }
  return left.count < right.count ? -1 : (left.count == right.count ? 0 : 1)
}

/// UTF-8 keeps the order of scalars, so bytes compare as Python compares code points.
private func orderBytes(
  _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
) -> Int {
  for (a, b) in zip(left, right) where a != b { return a < b ? -1 : 1 }
  return left.count < right.count ? -1 : (left.count == right.count ? 0 : 1)
}

extension Value {
  /// A list or a map inside of it, which Python does not let be a key; records are told apart here.
  var isUnhashable: Bool {
    switch tag {
    case .list, .map, .namespace: true
    case .tuple: items.contains { $0.isUnhashable }
    default: false
    }
  }

  /// The value under a key of a map.
  func mapped(_ key: Value) -> Value? {
    guard tag == .map else { return nil }
    for index in 0..<count where equal(items[index * 2], key) { return items[index * 2 + 1] }
    return nil
  }

  /// The value under a name of a map.
  func mapped(_ name: UnsafeBufferPointer<UInt8>) -> Value? {
    guard tag == .map else { return nil }
    for index in 0..<count where items[index * 2].bytes.elementsEqual(name) {
      return items[index * 2 + 1]
    }
    return nil
  }
}

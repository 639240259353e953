// Equality and order of values, as Python has them.
extension Workspace {
  func compare(_ operation: Comparison, _ left: Value, _ right: Value) throws(Fault) -> Bool {
    switch operation {
    case .equal: return try equal(left, right)
    case .notEqual: return try !equal(left, right)
    case .isIn: return try contains(right, left)
    case .isNotIn: return try !contains(right, left)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      if left.isMissing { throw missing(left) }
      if right.isMissing { throw missing(right) }
      guard let order = try order(left, right) else {
        if left.isNotANumber || right.isNotANumber { return false }
        throw Fault("a \(left.kindName) and a \(right.kindName) have no order")
      }
      if left.isNotANumber || right.isNotANumber { return false }
      switch operation {
      case .less: return order < 0
      case .lessOrEqual: return order <= 0
      case .greater: return order > 0
      default: return order >= 0
      }
    }
  }

  /// Whether a list holds a value, a map a key, a text another.
  func contains(_ container: Value, _ value: Value) throws(Fault) -> Bool {
    switch container.tag {
    case .list, .tuple:
      for item in container.items {
        try spend(1)
        if try equal(item, value) { return true }
      }
      return false
    case .map: return try entry(of: container, under: value) != nil
    case .undefined:
      if printsMissing { return false }
      throw missing(container)
    default:
      guard container.isTextual, value.isTextual else {
        throw Fault("a \(container.kindName) cannot hold a \(value.kindName)")
      }
      try spend(container.count >> 3)
      return firstIndex(of: value.bytes, in: container.bytes, from: 0) != nil
    }
  }

  /// `1 == 1.0 == true`; texts by their bytes; lists, tuples and maps by their elements.
  func equal(_ left: Value, _ right: Value, depth: Int = 0) throws(Fault) -> Bool {
    if left.isNumeric, right.isNumeric { return equalNumbers(left, right) }
    if left.isTextual, right.isTextual {
      guard left.count == right.count else { return false }
      try spend(left.count >> 3)
      return left.bytes.elementsEqual(right.bytes)
    }
    guard left.tag == right.tag else { return false }
    switch left.tag {
    case .undefined, .none: return true
    case .list, .tuple, .record: return try equalItems(left, right, depth: depth)
    case .map: return try equalMaps(left, right, depth: depth)
    default: return left.bits == right.bits
    }
  }

  private func equalItems(_ left: Value, _ right: Value, depth: Int) throws(Fault) -> Bool {
    guard left.count == right.count else { return false }
    try ValueDepth.require(depth)
    for (a, b) in zip(left.items, right.items) {
      try spend(1)
      guard try equal(a, b, depth: depth + 1) else { return false }
    }
    return true
  }

  private func equalMaps(_ left: Value, _ right: Value, depth: Int) throws(Fault) -> Bool {
    guard left.count == right.count else { return false }
    try ValueDepth.require(depth)
    for index in 0..<left.count {
      try spend(1)
      guard let other = try entry(of: right, under: left.items[index * 2]),
        try equal(left.items[index * 2 + 1], other, depth: depth + 1)
      else { return false }
    }
    return true
  }

  /// -1, 0 or 1; nil when the two cannot be ordered, as a text and a number.
  func order(_ left: Value, _ right: Value, depth: Int = 0) throws(Fault) -> Int? {
    if let a = left.wholeNumber, let b = right.wholeNumber { return a < b ? -1 : (a == b ? 0 : 1) }
    if let a = left.fraction, let b = right.fraction { return a < b ? -1 : (a == b ? 0 : 1) }
    if left.isTextual, right.isTextual {
      try spend(min(left.count, right.count) >> 3)
      return orderBytes(left.bytes, right.bytes)
    }
    guard left.isSequence, left.tag == right.tag else { return nil }
    try ValueDepth.require(depth)
    for (a, b) in zip(left.items, right.items) {
      try spend(1)
      guard try equal(a, b, depth: depth + 1) else { return try order(a, b, depth: depth + 1) }
    }
    return left.count < right.count ? -1 : (left.count == right.count ? 0 : 1)
  }

  /// The value under a key of a map.
  func entry(of map: Value, under key: Value) throws(Fault) -> Value? {
    guard map.tag == .map else { return nil }
    try spend(map.count >> 3)
    for index in 0..<map.count {
      if try equal(map.items[index * 2], key) { return map.items[index * 2 + 1] }
    }
    return nil
  }

  /// Whether there is a list or a map inside of it, which Python does not let be a key; records are
  /// told apart here.
  func isUnhashable(_ value: Value, depth: Int = 0) throws(Fault) -> Bool {
    guard value.tag == .tuple else {
      return value.tag == .list || value.tag == .map || value.tag == .namespace
    }
    try ValueDepth.require(depth)
    for item in value.items {
      try spend(1)
      if try isUnhashable(item, depth: depth + 1) { return true }
    }
    return false
  }
}

extension Value {
  fileprivate var isNotANumber: Bool { tag == .number && number.isNaN }
}

private func equalNumbers(_ left: Value, _ right: Value) -> Bool {
  if let a = left.wholeNumber, let b = right.wholeNumber { return a == b }
  guard let a = left.fraction, let b = right.fraction else { return false }
  return a == b
}

/// UTF-8 keeps the order of scalars, so bytes compare as Python compares code points.
private func orderBytes(
  _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
) -> Int {
  for (a, b) in zip(left, right) where a != b { return a < b ? -1 : 1 }
  return left.count < right.count ? -1 : (left.count == right.count ? 0 : 1)
}

extension Value {
  /// The value under a name of a map.
  func mapped(_ name: UnsafeBufferPointer<UInt8>) -> Value? {
    guard tag == .map else { return nil }
    for index in 0..<count where items[index * 2].bytes.elementsEqual(name) {
      return items[index * 2 + 1]
    }
    return nil
  }
}

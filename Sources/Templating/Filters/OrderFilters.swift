// Filters that order: by key, in small letters unless case counts.
extension Workspace {
  /// What a value is sorted or compared by: a text in small letters unless case counts.
  mutating func sortKey(_ value: Value, caseSensitive: Bool) throws(Fault) -> Value {
    guard !caseSensitive, value.isTextual else { return value }
    return try cased(.lower, value)
  }

  mutating func keys(
    _ items: UnsafeBufferPointer<Value>, _ paths: Value, caseSensitive: Bool
  ) throws(Fault) -> [Value] {
    var keys: [Value] = []
    keys.reserveCapacity(items.count)
    for item in items {
      guard paths.tag == .list else {
        keys.append(try sortKey(item, caseSensitive: caseSensitive))
        continue
      }
      var parts: [Value] = []
      for path in paths.items {
        parts.append(try sortKey(try follow(path, from: item), caseSensitive: caseSensitive))
      }
      keys.append(parts.count == 1 ? parts[0] : arena.list(parts))
    }
    return keys
  }

  /// The indices in the order of the keys; equal ones stay in their order.
  ///
  /// `sort` compares lists of keys, as Jinja2 does: there what is equal needs no order.
  func sortedIndices(
    _ keys: [Value], descending: Bool, inLists: Bool = false
  ) throws(Fault) -> [Int] {
    var fault: Fault?
    let indices = keys.indices.sorted { left, right in
      guard fault == nil else { return left < right }
      do throws(Fault) {
        let order = try sortOrder(keys[left], keys[right], inLists: inLists)
        return order == 0 ? left < right : (order < 0) != descending
      } catch {
        fault = error
        return left < right
      }
    }
    if let fault { throw fault }
    return indices
  }

  private func sortOrder(_ left: Value, _ right: Value, inLists: Bool) throws(Fault) -> Int {
    try spend(1)
    if let order = try order(left, right) { return order }
    if inLists, try equal(left, right) { return 0 }
    throw disorder(left, right)
  }

  func disorder(_ left: Value, _ right: Value) -> Fault {
    if left.isMissing { return missing(left) }
    if right.isMissing { return missing(right) }
    return Fault("a \(left.kindName) and a \(right.kindName) have no order")
  }

  mutating func sorted(_ arguments: UnsafeBufferPointer<Value>) throws(Fault) -> Value {
    let items = try elements(of: arguments[0]).items
    let keys = try keys(items, arguments[3], caseSensitive: arguments[2].isTrue)
    let indices = try sortedIndices(keys, descending: arguments[1].isTrue, inLists: true)
    return arena.list(indices.map { items[$0] })
  }

  mutating func dictSorted(
    _ arguments: UnsafeBufferPointer<Value>
  ) throws(Fault) -> Value {
    let by = arguments[2].string
    guard by == "key" || by == "value" else {
      throw Fault("`dictsort` sorts by `key` or `value`, not by `\(by)`")
    }
    let pairs = try pairs(of: arguments[0])
    var keys: [Value] = []
    for pair in pairs {
      keys.append(
        try sortKey(by == "key" ? pair.key : pair.value, caseSensitive: arguments[1].isTrue))
    }
    let indices = try sortedIndices(keys, descending: arguments[3].isTrue)
    return arena.list(indices.map { arena.list([pairs[$0].key, pairs[$0].value], .tuple) })
  }

  mutating func unique(_ arguments: UnsafeBufferPointer<Value>) throws(Fault) -> Value {
    let items = try elements(of: arguments[0]).items
    let keys = try keys(items, arguments[2], caseSensitive: arguments[1].isTrue)
    for key in keys {
      guard try isUnhashable(key) else { continue }
      throw Fault(
        "`unique` cannot tell a \(key.kindName) from others", fix: "name a field: `attribute='…'`")
    }
    var seen = SeenValues()
    var kept: [Value] = []
    for (item, key) in zip(items, keys) {
      if try isNew(key, to: &seen) { kept.append(item) }
    }
    return arena.list(kept)
  }

  private func isNew(_ value: Value, to seen: inout SeenValues) throws(Fault) -> Bool {
    if let isNew = seen.insert(value) { return isNew }
    for other in seen.others {
      try spend(1)
      if try equal(other, value) { return false }
    }
    seen.others.append(value)
    return true
  }

  mutating func extreme(
    _ arguments: UnsafeBufferPointer<Value>, isMax: Bool
  ) throws(Fault) -> Value {
    let items = try elements(of: arguments[0]).items
    let keys = try keys(items, arguments[2], caseSensitive: arguments[1].isTrue)
    guard var best = keys.indices.first else { return .undefined }
    for index in keys.indices.dropFirst() {
      guard let order = try order(keys[index], keys[best]) else {
        throw disorder(keys[index], keys[best])
      }
      if isMax ? order > 0 : order < 0 { best = index }
    }
    return items[best]
  }
}

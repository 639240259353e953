extension Workspace {
  mutating func applyToList(
    _ filter: Filter, _ arguments: UnsafeBufferPointer<Value>
  ) throws(Fault) -> Value {
    let subject = arguments[0]
    switch filter {
    case .first, .last: return try end(of: subject, isLast: filter == .last)
    case .length: return try length(of: subject)
    case .list: return arena.list(try elements(of: subject).items)
    case .reverse: return try reversed(subject)
    case .items: return try items(of: subject)
    case .dictsort: return try dictSorted(arguments)
    case .join: return try joined(arguments)
    case .sort: return try sorted(arguments)
    case .unique: return try unique(arguments)
    case .min, .max: return try extreme(arguments, isMax: filter == .max)
    case .sum: return try sum(arguments)
    case .batch: return try batched(arguments)
    case .slice: return try sliced(arguments)
    case .groupby: return try grouped(arguments)
    case .mapAttribute: return try mappedToField(arguments)
    default: return try selected(filter, arguments)
    }
  }

  mutating func end(of subject: Value, isLast: Bool) throws(Fault) -> Value {
    let items = try elements(of: subject).items
    guard var end = isLast ? items.last : items.first else { return .undefined }
    // Python turns markup around by its parts, which are markup; running over it gives plain texts.
    if isLast, subject.tag == .html { end.tag = partTag(.html) }
    return end
  }

  func length(of value: Value) throws(Fault) -> Value {
    if value.isTextual { return Value(value.bytes.count { $0 & 0xC0 != 0x80 }) }
    switch value.tag {
    case .list, .tuple, .map, .record: return Value(value.count)
    case .undefined: return Value(0)
    default: throw Fault("a \(value.kindName) has no length")
    }
  }

  mutating func reversed(_ value: Value) throws(Fault) -> Value {
    guard value.isTextual else { return arena.list(try elements(of: value).items.reversed()) }
    let starts = value.scalarStarts
    let ends = starts.dropFirst() + [value.count]
    return try text(value.tag == .html ? partTag(.html) : .text) { (work) throws(Fault) in
      for (start, end) in zip(starts, ends).reversed() {
        work.output.append(value.part(start..<end).bytes)
      }
    }
  }

  mutating func items(of value: Value) throws(Fault) -> Value {
    let pairs = try pairs(of: value)
    var tuples: [Value] = []
    for pair in pairs { tuples.append(arena.list([pair.key, pair.value], .tuple)) }
    return arena.list(tuples)
  }

  mutating func pairs(of value: Value) throws(Fault) -> [(key: Value, value: Value)] {
    switch value.tag {
    case .map: return (0..<value.count).map { (value.items[$0 * 2], value.items[$0 * 2 + 1]) }
    case .record:
      let names = try elements(of: value)
      return (0..<value.count).map { (names.items[$0], value.items[$0]) }
    case .undefined: return []
    default: throw Fault("a \(value.kindName) is not a map")
    }
  }

  // MARK: Sums and groups

  mutating func sum(_ arguments: UnsafeBufferPointer<Value>) throws(Fault) -> Value {
    var total = arguments[2]
    for item in try elements(of: arguments[0]).items {
      total = try calculate(.add, total, try fieldOrSelf(item, arguments[1]))
    }
    return total
  }

  /// The field a path names, or the value itself when there is no path.
  mutating func fieldOrSelf(_ item: Value, _ paths: Value) throws(Fault) -> Value {
    guard paths.tag == .list, let path = paths.items.first else { return item }
    return try follow(path, from: item)
  }

  mutating func joined(_ arguments: UnsafeBufferPointer<Value>) throws(Fault) -> Value {
    let separator = arguments[1]
    var parts: [Value] = []
    for item in try elements(of: arguments[0]).items {
      parts.append(try fieldOrSelf(item, arguments[2]))
    }
    let isMarkup = escapes && (parts + [separator]).contains { $0.tag == .html }
    return try text(isMarkup ? .html : .text) { (work) throws(Fault) in
      for (index, part) in parts.enumerated() {
        if isMarkup {
          if index > 0 { try work.appendEscaped(separator) }
          try work.appendEscaped(part)
        } else {
          if index > 0 { try work.append(separator) }
          try work.append(part)
        }
      }
    }
  }

  mutating func batched(_ arguments: UnsafeBufferPointer<Value>) throws(Fault) -> Value {
    let items = Array(try elements(of: arguments[0]).items)
    guard let size = arguments[1].wholeNumber, size > 0 else {
      throw Fault("`batch` needs a whole number above 0")
    }
    var rows: [Value] = []
    for start in stride(from: 0, to: items.count, by: size) {
      var row = Array(items[start..<min(start + size, items.count)])
      if arguments[2].tag != .none, row.count < size {
        guard size <= rangeLimit else { throw Fault("too many", code: TemplatingCodes.limit) }
        row += Array(repeating: arguments[2], count: size - row.count)
      }
      rows.append(arena.list(row))
    }
    return arena.list(rows)
  }

  mutating func sliced(_ arguments: UnsafeBufferPointer<Value>) throws(Fault) -> Value {
    let items = Array(try elements(of: arguments[0]).items)
    guard let count = arguments[1].wholeNumber, count > 0, count <= rangeLimit else {
      throw Fault("`slice` needs a whole number above 0")
    }
    let (size, extra) = items.count.quotientAndRemainder(dividingBy: count)
    var columns: [Value] = []
    var start = 0
    for index in 0..<count {
      let end = start + size + (index < extra ? 1 : 0)
      var column = Array(items[start..<end])
      if arguments[2].tag != .none, index >= extra { column.append(arguments[2]) }
      columns.append(arena.list(column))
      start = end
    }
    return arena.list(columns)
  }

  /// Sorted by a field, then cut where the field changes.
  mutating func grouped(_ arguments: UnsafeBufferPointer<Value>) throws(Fault) -> Value {
    let items = try elements(of: arguments[0]).items
    var fields: [Value] = []
    var keys: [Value] = []
    for item in items {
      var field = try fieldOrSelf(item, arguments[1])
      if field.isMissing, arguments[2].tag != .none { field = arguments[2] }
      fields.append(field)
      keys.append(try sortKey(field, caseSensitive: arguments[3].isTrue))
    }
    var groups: [(key: Value, grouper: Value, items: [Value])] = []
    for index in try sortedIndices(keys, descending: false) {
      if let last = groups.last, try equal(last.key, keys[index]) {
        groups[groups.count - 1].items.append(items[index])
      } else {
        groups.append((keys[index], fields[index], [items[index]]))
      }
    }
    return arena.list(groups.map { group($0.grouper, $0.items) })
  }

  mutating func group(_ grouper: Value, _ items: [Value]) -> Value {
    var tuple = arena.list([grouper, arena.list(items)], .tuple)
    tuple.mark = 1
    return tuple
  }

}

// Filters that apply another filter or a test to each element.
extension Workspace {
  mutating func mapped(
    _ arguments: UnsafeBufferPointer<Value>, keepsWhole: Bool
  ) throws(Fault) -> Value {
    guard let filter = Filter(rawValue: Int32(arguments[1].integer)) else { return .undefined }
    var nested = Array(arguments.dropFirst())
    var result: [Value] = []
    for item in try elementsIfTrue(of: arguments[0]).items {
      nested[0] = item
      result.append(try apply(filter, nested, keepsWhole: keepsWhole))
    }
    return arena.list(result)
  }

  mutating func apply(
    _ filter: Filter, _ arguments: [Value], keepsWhole: Bool
  ) throws(Fault) -> Value {
    try withUnsafeTemporaryAllocation(of: Value.self, capacity: arguments.count) {
      (buffer) throws(Fault) in
      _ = buffer.initialize(from: arguments)
      return try apply(filter, UnsafeBufferPointer(buffer), keepsWhole: keepsWhole)
    }
  }

  mutating func mappedToField(
    _ arguments: UnsafeBufferPointer<Value>
  ) throws(Fault) -> Value {
    var result: [Value] = []
    for item in try elementsIfTrue(of: arguments[0]).items {
      let field = try fieldOrSelf(item, arguments[1])
      let hasDefault = !arguments[2].isMissing && arguments[2].tag != .none
      result.append(field.isMissing && hasDefault ? arguments[2] : field)
    }
    return arena.list(result)
  }

  mutating func selected(
    _ filter: Filter, _ arguments: UnsafeBufferPointer<Value>
  ) throws(Fault) -> Value {
    guard let test = Test(rawValue: Int32(arguments[2].integer)) else { return .undefined }
    let wanted = filter == .select || filter == .selectattr
    let rest: [Value] = Array(arguments.dropFirst(3))
    var kept: [Value] = []
    for item in try elementsIfTrue(of: arguments[0]).items {
      let subject = try fieldOrSelf(item, arguments[1])
      let values = [subject] + rest
      let isHeld = try values.withUnsafeBufferPointer {
        (values: UnsafeBufferPointer<Value>) throws(Fault) -> Bool in
        try holds(test, values)
      }
      if isHeld == wanted { kept.append(item) }
    }
    return arena.list(kept)
  }

  /// Jinja2 asks a value whether it is true before it runs over it: `false` and `0` are empty lists.
  mutating func elementsIfTrue(of value: Value) throws(Fault) -> Value {
    if value.isTrue || value.isMissing { return try elements(of: value) }
    return arena.list([])
  }
}

internal import Basics

// Steps of the machine: first those in every loop, then the rarer ones.
extension MachineRun {
  /// Writes a value as HTML text.
  @inline(__always)
  mutating func emit(_ value: Value) throws(Fault) {
    switch value.tag {
    case .text: work.output.appendEscaped(value.address, value.count)
    case .integer: work.output.append(value.integer)
    case .html: work.output.append(value.bytes)
    default: try work.emit(value, .text)
    }
  }

  @inline(__always)
  mutating func emit(_ value: Value, as escaper: Int32) throws(Fault) {
    switch (value.tag, escaper) {
    case (.text, Escaper.attribute.rawValue):
      work.output.appendEscaped(value.address, value.count)
    case (.integer, Escaper.attribute.rawValue): work.output.append(value.integer)
    case (.url, Escaper.addressStart.rawValue): work.appendAddress(value.bytes)
    default: try work.emit(value, Escaper(rawValue: escaper).unsafelyUnwrapped)
    }
  }

  /// Goes to the next element of a loop; false when there is none.
  @inline(__always)
  func advance(_ loop: UnsafeMutablePointer<Value>) -> Bool {
    let index = loop[2].bits &+ 1
    loop[2].bits = index
    guard index < UInt64(loop[1].length) else { return false }
    loop[0] = loop[1].address.assumingMemoryBound(to: Value.self)[Int(index)]
    return true
  }

  mutating func push(_ record: CallRecord, _ program: borrowing Program) throws(Fault) {
    guard calls.count < program.options.limits.recursion else {
      throw Fault(
        "macros call each other more than \(program.options.limits.recursion) deep",
        code: TemplatingCodes.limit)
    }
    try work.countTurn()
    calls.append(record)
  }

  func loopField(_ loop: UnsafeMutablePointer<Value>, _ field: LoopField) -> Value {
    let index = loop[2].integer
    let count = loop[1].count
    switch field {
    case .index: return Value(index + 1)
    case .index0: return Value(index)
    case .revindex: return Value(count - index)
    case .revindex0: return Value(count - index - 1)
    case .first: return Value(index == 0)
    case .last: return Value(index == count - 1)
    case .length: return Value(count)
    // Only a recursive loop is deeper, and it counts for itself.
    case .depth: return Value(1)
    case .depth0: return Value(0)
    case .previtem: return index > 0 ? loop[1].items[index - 1] : .undefined
    case .nextitem: return index + 1 < count ? loop[1].items[index + 1] : .undefined
    }
  }

  mutating func make(_ operation: Operation, _ parts: [Value]) throws(Fault) -> Value {
    switch operation {
    case .list: return work.arena.list(parts)
    case .tuple: return work.arena.list(parts, .tuple)
    case .map:
      let pairs = stride(from: 0, to: parts.count, by: 2).map { (parts[$0], parts[$0 + 1]) }
      return try work.map(pairs)
    default: return try work.concatenated(parts)
    }
  }

  /// The elements of a value that is taken apart into as many names.
  mutating func unpacked(_ value: Value, _ count: Int) throws(Fault) -> Value {
    let items = try work.elements(of: value)
    guard items.count == count else {
      throw Fault("\(items.count) values cannot be given to \(count) names")
    }
    return items
  }

  /// Takes what was written since the capture began off the page.
  mutating func endCapture(_ tag: Tag) throws(Fault) -> Value {
    let start = captures.removeLast()
    let value = work.arena.text(work.output.bytes(from: start), tag)
    work.output.cut(to: start)
    try work.spend(value.count >> 3)
    return value
  }

  mutating func setField(_ namespace: Value, _ name: Value, _ value: Value) throws(Fault) {
    guard namespace.tag == .namespace else {
      throw Fault("only a `namespace()` has fields that can be set")
    }
    namespace.setNamespaceField(name, to: value, in: &work.arena)
  }

  func host(_ index: Int, of program: Program) -> HostFunction {
    index < hosts.count ? hosts[index] : program.hosts[index]
  }

  mutating func call(_ host: HostFunction, _ arguments: [Value]) throws(Fault) -> Value {
    var given: [TemplateValue] = []
    for argument in arguments { given.append(try work.exported(argument)) }
    let result: TemplateValue
    do throws(TemplateFault) {
      result = try host.body(given)
    } catch {
      throw Fault(error.message, fix: error.fix)
    }
    return try work.arena.layAny(result)
  }
}

extension Workspace {
  /// A value as the host sees it.
  func exported(_ value: Value, depth: Int = 0) throws(Fault) -> TemplateValue {
    switch value.tag {
    case .boolean: return .boolean(value.boolean)
    case .integer: return .integer(value.integer)
    case .number: return .number(value.number)
    case .text, .url, .asset, .style: return .text(value.string)
    case .html: return .html(SafeHTML(trusted: Array(value.bytes)))
    case .json: return .json(Array(value.bytes))
    case .list, .tuple: return .list(try exportedItems(value.items, depth: depth))
    case .map:
      let parts = try exportedItems(value.items, depth: depth)
      return .map(
        (0..<value.count).map {
          TemplateMapEntry(value.items[$0 * 2].string, parts[$0 * 2 + 1])
        })
    case .record:
      let parts = try exportedItems(value.items, depth: depth)
      return .map(
        parts.indices.map {
          TemplateMapEntry(shapes.name(of: $0, in: value.shape), parts[$0])
        })
    case .undefined, .none, .namespace, .cycler, .joiner: return .none
    }
  }

  private func exportedItems(
    _ items: UnsafeBufferPointer<Value>, depth: Int
  ) throws(Fault) -> [TemplateValue] {
    try ValueDepth.require(depth)
    try spend(items.count)
    var parts: [TemplateValue] = []
    parts.reserveCapacity(items.count)
    for item in items { parts.append(try exported(item, depth: depth + 1)) }
    return parts
  }
}

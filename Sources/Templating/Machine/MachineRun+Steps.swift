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
    if work.output.isFull { throw work.tooLarge() }
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
      return work.arena.map(pairs)
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
  mutating func endCapture(_ tag: Tag) -> Value {
    let start = captures.removeLast()
    let value = work.arena.text(work.output.bytes(from: start), tag)
    work.output.cut(to: start)
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
    let given = arguments.map { work.exported($0) }
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
  func exported(_ value: Value) -> TemplateValue {
    switch value.tag {
    case .boolean: .boolean(value.boolean)
    case .integer: .integer(value.integer)
    case .number: .number(value.number)
    case .text, .url, .asset, .style: .text(value.string)
    case .html: .html(SafeHTML(trusted: Array(value.bytes)))
    case .json: .json(Array(value.bytes))
    case .list, .tuple: .list(value.items.map { exported($0) })
    case .map:
      .map(
        (0..<value.count).map {
          TemplateMapEntry(value.items[$0 * 2].string, exported(value.items[$0 * 2 + 1]))
        })
    case .record:
      .map(
        value.items.enumerated().map {
          TemplateMapEntry(shapes.name(of: $0.offset, in: value.shape), exported($0.element))
        })
    case .undefined, .none, .namespace, .cycler, .joiner: .none
    }
  }
}

internal import Basics

/// A program's layout by address: laying thousands of values must count no references.
struct LayoutView {
  let entries: UnsafePointer<Layout.Entry>
  let program: Unmanaged<Program>

  func name(_ at: Int) -> String { program.takeUnretainedValue().layout.names[at] }
}

extension Arena {
  /// Room for values that the caller initializes.
  private mutating func room(_ count: Int) -> UnsafeMutablePointer<Value> {
    take(count * MemoryLayout<Value>.stride).assumingMemoryBound(to: Value.self)
  }

  /// Lays a page's value into memory, checking it against the model: a wrong type is a fault.
  mutating func lay(
    _ value: TemplateValue, _ at: Int, _ layout: LayoutView
  ) throws(Fault) -> Value {
    let entry = layout.entries[at]
    switch (entry.kind, value) {
    case (.text, .text(let text)): return self.text(text)
    case (.integer, .integer(let number)): return Value(number)
    case (.number, .number(let number)): return Value(number)
    case (.number, .integer(let number)): return Value(Double(number))
    case (.boolean, .boolean(let flag)): return Value(flag)
    case (.html, .html(let html)): return text(html.bytes, .html)
    case (.url, .url(let url)): return text(url.text, .url)
    case (.url, .asset(let asset)), (.asset, .asset(let asset)): return text(asset.path, .asset)
    case (.json, .json(let bytes)): return text(bytes, .json)
    case (.style, .style(let style)): return text(style.text, .style)
    case (.list, .list(let items)): return try layList(items, entry, layout)
    case (.record, .record(let fields)): return try layRecord(fields, at, layout)
    case (_, .none) where entry.isOptional: return missing(layout.name(at))
    case (.any, _): return try layAny(value)
    default: throw unfit(value, at, layout)
    }
  }

  private mutating func missing(_ name: String) -> Value {
    var value = text(name)
    value.tag = .undefined
    return value
  }

  /// As `lay`; most parts are texts, numbers, addresses and marks, which need no call.
  @inline(__always)
  private mutating func layPart(
    _ value: TemplateValue, _ kind: LayoutKind, _ at: Int, _ layout: LayoutView
  ) throws(Fault) -> Value {
    switch kind {
    case .text:
      if case .text(let string) = value { return text(string) }
    case .any:
      if case .text(let string) = value { return text(string) }
      if case .integer(let number) = value { return Value(number) }
    case .integer:
      if case .integer(let number) = value { return Value(number) }
    case .url:
      if case .url(let url) = value { return text(url.text, .url) }
    case .boolean:
      if case .boolean(let flag) = value { return Value(flag) }
    case .record:
      if case .record(let fields) = value { return try layRecord(fields, at, layout) }
    default: break
    }
    return try lay(value, at, layout)
  }

  private mutating func layList(
    _ items: [TemplateValue], _ entry: Layout.Entry, _ layout: LayoutView
  ) throws(Fault) -> Value {
    let start = room(items.count)
    let element = Int(entry.first)
    let kind = layout.entries[element].kind
    for index in items.indices {
      (start + index).initialize(to: try layPart(items[index], kind, element, layout))
    }
    return Value(.list, address: start, length: items.count)
  }

  private mutating func layRecord(
    _ fields: [TemplateValue], _ at: Int, _ layout: LayoutView
  ) throws(Fault) -> Value {
    let entry = layout.entries[at]
    guard fields.count == Int(entry.count) else {
      throw Fault(
        "`\(layout.name(at))` has \(fields.count) values, its model \(entry.count) fields",
        code: TemplatingCodes.model)
    }
    let start = room(fields.count)
    let first = Int(entry.first)
    for index in fields.indices {
      let kind = layout.entries[first + index].kind
      (start + index).initialize(to: try layPart(fields[index], kind, first + index, layout))
    }
    var record = Value(.record, address: start, length: fields.count)
    record.shape = entry.shape
    return record
  }

  /// Lays a value as it comes, without a model.
  mutating func layAny(_ value: TemplateValue) throws(Fault) -> Value {
    switch value {
    case .none: return .none
    case .boolean(let flag): return Value(flag)
    case .integer(let number): return Value(number)
    case .number(let number): return Value(number)
    case .text(let string): return text(string)
    case .html(let html): return text(html.bytes, .html)
    case .url(let url): return text(url.text, .url)
    case .asset(let asset): return text(asset.path, .asset)
    case .style(let style): return text(style.text, .style)
    case .json(let bytes): return text(bytes, .json)
    case .list(let items):
      let start = values(items.count)
      for index in items.indices { start[index] = try layAny(items[index]) }
      return Value(.list, address: start, length: items.count)
    case .map(let pairs):
      let start = values(pairs.count * 2)
      for index in pairs.indices {
        start[index * 2] = text(pairs[index].name)
        start[index * 2 + 1] = try layAny(pairs[index].value)
      }
      return Value(.map, address: start, length: pairs.count)
    case .record:
      throw Fault("a record stands where there is no model for it", code: TemplatingCodes.model)
    }
  }

  private func unfit(
    _ value: TemplateValue, _ at: Int, _ layout: LayoutView
  ) -> Fault {
    Fault(
      "`\(layout.name(at))` should be \(layout.entries[at].kind), is \(value.kindName)",
      code: TemplatingCodes.model)
  }
}

extension TemplateValue {
  /// `text`, `list`, … for messages.
  var kindName: String {
    switch self {
    case .none: "none"
    case .boolean: "boolean"
    case .integer: "integer"
    case .number: "number"
    case .text: "text"
    case .html: "html"
    case .url: "url"
    case .asset: "asset"
    case .style: "style"
    case .json: "json"
    case .list: "list"
    case .record: "record"
    case .map: "map"
    }
  }
}

// Fields, elements and slices of values.

extension Workspace {
  /// `subject.name`; missing when there is no such field, a fault on a missing subject.
  mutating func field(of subject: Value, named name: Value) throws(Fault) -> Value {
    if subject.tag == .map { try spend(subject.count >> 3) }
    if let found = find(name.bytes, in: subject) { return found }
    if subject.isMissing { throw missing(subject) }
    var result = name
    result.tag = .undefined
    lacking = (name: result.bits, subject: subject)
    return result
  }

  private func find(_ name: UnsafeBufferPointer<UInt8>, in subject: Value) -> Value? {
    switch subject.tag {
    case .record: shapes.index(of: name, in: subject.shape).map { subject.items[$0] }
    case .map: subject.mapped(name)
    case .namespace: subject.namespaceMap.mapped(name)
    case .tuple where subject.mark == 1:
      name.elementsEqual("grouper".utf8)
        ? subject.items[0] : (name.elementsEqual("list".utf8) ? subject.items[1] : nil)
    case .cycler where name.elementsEqual("current".utf8): subject.currentTurn
    default: nil
    }
  }

  /// `subject[key]`; negative numbers count from the end.
  mutating func element(of subject: Value, at key: Value) throws(Fault) -> Value {
    if let found = try entry(of: subject, under: key) { return found }
    if key.isTextual { return try field(of: subject, named: key) }
    if subject.isMissing { throw missing(subject) }
    guard let number = key.wholeNumber else { return .undefined }
    if subject.isTextual {
      try spend(subject.count >> 3)
      return character(of: subject, at: number) ?? .undefined
    }
    guard subject.isSequence else { return .undefined }
    let index = number < 0 ? number + subject.count : number
    return index >= 0 && index < subject.count ? subject.items[index] : .undefined
  }

  private mutating func character(of text: Value, at number: Int) -> Value? {
    let starts = text.scalarStarts
    let index = number < 0 ? number + starts.count : number
    guard index >= 0, index < starts.count else { return nil }
    let end = index + 1 < starts.count ? starts[index + 1] : text.count
    var part = text.part(starts[index]..<end)
    part.tag = partTag(text.tag)
    return part
  }

  /// Follows `a.b.0` from a value.
  mutating func follow(_ path: Value, from value: Value) throws(Fault) -> Value {
    var current = value
    for step in path.items { current = try element(of: current, at: step) }
    return current
  }

  /// `subject[from:to:step]` with Python's rules.
  mutating func slice(
    _ subject: Value, _ from: Value, _ to: Value, _ step: Value
  ) throws(Fault) -> Value {
    let isText = subject.isTextual
    guard isText || subject.isSequence else {
      throw Fault("a \(subject.kindName) cannot be sliced")
    }
    let items = isText ? try elements(of: subject) : subject
    let step = step.wholeNumber ?? 1
    guard step != 0 else { throw Fault("the step of a slice cannot be 0") }
    var picked: [Value] = []
    for index in sliceIndices(items.count, from.wholeNumber, to.wholeNumber, step) {
      picked.append(items.items[index])
    }
    try spend(picked.count)
    guard isText else { return arena.list(picked, subject.tag) }
    return try text(partTag(subject.tag)) { (work) throws(Fault) in
      for part in picked { work.output.append(part.bytes) }
    }
  }

  /// What `for` runs over: elements of a list, keys of a map, characters of a text.
  mutating func elements(of value: Value) throws(Fault) -> Value {
    switch value.tag {
    case .list, .tuple: return value
    case .map:
      try spend(value.count)
      return arena.list((0..<value.count).map { value.items[$0 * 2] })
    case .undefined:
      if printsMissing { return arena.list([]) }
      throw missing(value)
    case .record:
      let names = shapes.shapes[Int(value.shape)].fields.map { text($0.name) }
      return arena.list(names)
    default:
      guard value.isTextual else { throw Fault("a \(value.kindName) is not a list") }
      try spendOnItems(value.count)
      let starts = value.scalarStarts
      let ends = starts.dropFirst() + [value.count]
      // A character of markup is no markup.
      var text = value
      text.tag = .text
      return arena.list(zip(starts, ends).map { text.part($0..<$1) })
    }
  }
}

/// The indices Python's `range(*slice(from, to, step).indices(count))` gives.
private func sliceIndices(_ count: Int, _ from: Int?, _ to: Int?, _ step: Int) -> [Int] {
  func clamped(_ index: Int, _ low: Int, _ high: Int) -> Int {
    let index = index < 0 ? index + count : index
    return min(max(index, low), high)
  }
  if step > 0 {
    let start = from.map { clamped($0, 0, count) } ?? 0
    let end = to.map { clamped($0, 0, count) } ?? count
    return start < end ? Array(stride(from: start, to: end, by: step)) : []
  }
  let start = from.map { clamped($0, -1, count - 1) } ?? count - 1
  let end = to.map { clamped($0, -1, count - 1) } ?? -1
  return start > end ? Array(stride(from: start, to: end, by: step)) : []
}

extension Value {
  /// Where each character (Unicode scalar) of a text starts.
  var scalarStarts: [Int] {
    bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 }
  }

  /// A part of a text, sharing its bytes.
  func part(_ range: Range<Int>) -> Value {
    var value = self
    value.bits += UInt64(range.lowerBound)
    value.length = UInt32(range.count)
    return value
  }

  /// `text`, `whole number`, … for messages, behind `a`.
  var kindName: String {
    switch tag {
    case .undefined: "missing value"
    case .none: "none"
    case .integer: "whole number"
    case .asset: "file of this site"
    case .html: "markup"
    case .tuple: "list"
    default: "\(tag)"
    }
  }
}

/// What a value is.
enum Tag: UInt8 {
  case undefined, none, boolean, integer, number
  case text, html, url, asset, style, json
  case list, tuple, record, map, namespace, cycler, joiner
}

/// A value while rendering: 16 plain bytes that point into an arena, so copying counts no references.
///
/// | tag | `length` | `bits` |
/// |---|---|---|
/// | undefined | bytes of its name | address of its name, 0 for none |
/// | boolean, integer | | the value |
/// | number | | the bit pattern |
/// | text … json | bytes | address of UTF-8, readable 16 bytes past its end |
/// | list, tuple, record | elements | address of values |
/// | map | pairs | address of keys and values, one after the other |
/// | namespace, cycler, joiner | | address of its state |
struct Value {
  var tag: Tag
  /// For a tuple: 1 when its two elements are also called `grouper` and `list`.
  var mark: UInt8 = 0
  /// For a record: the number of its shape in the program.
  var shape: UInt16 = 0
  var length: UInt32
  var bits: UInt64

  init(_ tag: Tag, length: Int = 0, bits: UInt64 = 0) {
    self.tag = tag
    self.length = UInt32(truncatingIfNeeded: length)
    self.bits = bits
  }

  static let undefined = Value(.undefined)
  static let none = Value(.none)

  init(_ value: Bool) { self.init(.boolean, bits: value ? 1 : 0) }

  init(_ value: Int) { self.init(.integer, bits: UInt64(bitPattern: Int64(value))) }

  init(_ value: Double) { self.init(.number, bits: value.bitPattern) }

  init(_ tag: Tag, address: UnsafeRawPointer, length: Int) {
    self.init(tag, length: length, bits: UInt64(UInt(bitPattern: address)))
  }
}

extension Value {
  var count: Int { Int(length) }
  var integer: Int { Int(Int64(bitPattern: bits)) }
  var number: Double { Double(bitPattern: bits) }
  var boolean: Bool { bits != 0 }

  /// Where the bytes, elements or the state start; only for values that have some.
  @inline(__always)
  var address: UnsafeRawPointer { UnsafeRawPointer(bitPattern: UInt(bits)).unsafelyUnwrapped }

  /// The bytes of a text; empty for anything else.
  var bytes: UnsafeBufferPointer<UInt8> {
    guard isTextual || tag == .undefined else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(start: UnsafePointer(bitPattern: UInt(bits)), count: count)
  }

  /// The elements of a list, tuple or record; keys and values in turn for a map.
  var items: UnsafeBufferPointer<Value> {
    switch tag {
    case .list, .tuple, .record:
      UnsafeBufferPointer(start: UnsafePointer(bitPattern: UInt(bits)), count: count)
    case .map:
      UnsafeBufferPointer(start: UnsafePointer(bitPattern: UInt(bits)), count: count * 2)
    default: UnsafeBufferPointer(start: nil, count: 0)
    }
  }

  var isTextual: Bool { tag.rawValue >= Tag.text.rawValue && tag.rawValue <= Tag.json.rawValue }

  var isNumeric: Bool { tag == .integer || tag == .number || tag == .boolean }

  var isSequence: Bool { tag == .list || tag == .tuple }

  var isMissing: Bool { tag == .undefined }

  /// A whole number, with true as 1 and false as 0.
  var wholeNumber: Int? { tag == .integer || tag == .boolean ? integer : nil }

  /// Any number as a fraction.
  var fraction: Double? {
    switch tag {
    case .integer, .boolean: Double(integer)
    case .number: number
    default: nil
    }
  }

  /// Whether `if` takes its first branch: nothing, zero and what is empty are false.
  var isTrue: Bool {
    switch tag {
    case .undefined, .none: false
    case .boolean, .integer: bits != 0
    case .number: number != 0
    case .text, .html, .url, .asset, .style, .json, .list, .tuple, .map: length != 0
    case .record, .namespace, .cycler, .joiner: true
    }
  }

  var string: String { String(decoding: bytes, as: UTF8.self) }
}

internal import Basics
internal import MarkdownHTML

/// How a value of front matter must be written, and what it becomes.
struct FieldType<Value: Sendable>: Sendable {
  /// For messages and the reference page: `a day (2026-11-21)`.
  var name: String
  /// What may be written, where that is one of some words.
  var words: [String] = []
  /// The keys of a map, where it is one.
  var parts: KeyTable?
  /// nil when the value is written otherwise; faults in parts of it are noted on the way.
  var parse: @Sendable (YAMLValue, inout SchemaReading) -> Value?

  init(
    name: String, words: [String] = [],
    parts parse: @escaping @Sendable (YAMLValue, inout SchemaReading) -> Value?
  ) {
    self.name = name
    self.words = words
    self.parse = parse
  }

  init(name: String, words: [String] = [], parse: @escaping @Sendable (YAMLValue) -> Value?) {
    self.init(name: name, words: words, parts: { value, _ in parse(value) })
  }
}

/// A value with its place in the file it was read from.
struct Placed<Value: Sendable>: Sendable {
  var value: Value
  var place: YAMLPlace
}

extension FieldType {
  /// The value together with where it stands, for what is checked later.
  static func placed<Inner>(_ inner: FieldType<Inner>) -> FieldType<Placed<Inner>>
  where Value == Placed<Inner> {
    FieldType<Placed<Inner>>(name: inner.name, words: inner.words) { value, reading in
      inner.parse(value, &reading).map { Placed(value: $0, place: value.place) }
    }
  }

  /// A list; a single value stands for a list of one. Each wrong element is noted by itself.
  static func list<Element>(_ element: FieldType<Element>) -> FieldType<[Placed<Element>]>
  where Value == [Placed<Element>] {
    let name = "a list, each \(element.name)"
    var type = FieldType<[Placed<Element>]>(name: name, words: element.words) { value, reading in
      guard let values = value.list else {
        return element.parse(value, &reading).map { [Placed(value: $0, place: value.place)] }
      }
      let read = values.compactMap { one in
        reading.readElement(one, as: element).map { Placed(value: $0, place: one.place) }
      }
      return read.count == values.count ? read : nil
    }
    type.parts = element.parts
    return type
  }

  /// A map with keys of its own.
  static func record(_ schema: Schema<Value>, empty: Value) -> FieldType {
    var type = FieldType(name: schema.kind) { value, reading in
      guard value.entries != nil else { return nil }
      let before = reading.diagnostics.count
      var record = empty
      schema.read(value, &reading, into: &record)
      return reading.diagnostics.count == before ? record : nil
    }
    type.parts = schema.table(about: "")
    return type
  }
}

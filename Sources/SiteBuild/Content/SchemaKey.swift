internal import Basics
internal import MarkdownHTML

/// One key: its name, what it wants, and where it goes.
struct SchemaKey<Root: Sendable>: Sendable {
  var name: String
  var typeName: String
  var isRequired: Bool
  /// One sentence for the reference page.
  var doc: String
  /// The keys of its value, where that is a map.
  var parts: KeyTable?
  /// False, and noted, when the value is not written as the key wants it.
  var set: @Sendable (inout Root, YAMLValue, inout SchemaReading) -> Bool

  static func required<Value>(
    _ name: String, _ type: FieldType<Value>, _ doc: String,
    _ store: @escaping @Sendable (inout Root, Value) -> Void
  ) -> SchemaKey {
    SchemaKey(name, type, isRequired: true, doc, store)
  }

  static func optional<Value>(
    _ name: String, _ type: FieldType<Value>, _ doc: String,
    _ store: @escaping @Sendable (inout Root, Value) -> Void
  ) -> SchemaKey {
    SchemaKey(name, type, isRequired: false, doc, store)
  }

  private init<Value>(
    _ name: String, _ type: FieldType<Value>, isRequired: Bool, _ doc: String,
    _ store: @escaping @Sendable (inout Root, Value) -> Void
  ) {
    self.name = name
    typeName = type.name
    self.isRequired = isRequired
    self.doc = doc
    parts = type.parts
    set = { root, value, reading in
      guard let parsed = reading.read(value, as: type, called: name) else { return false }
      store(&root, parsed)
      return true
    }
  }

  private init<Part>(
    _ key: SchemaKey<Part>,
    set: @escaping @Sendable (inout Root, YAMLValue, inout SchemaReading) -> Bool
  ) {
    name = key.name
    typeName = key.typeName
    isRequired = key.isRequired
    doc = key.doc
    parts = key.parts
    self.set = set
  }

  /// The key of a part as a key of the whole.
  func lifted<Whole: Sendable>(
    _ change: @escaping @Sendable (inout Whole, (inout Root) -> Bool) -> Bool
  ) -> SchemaKey<Whole> {
    SchemaKey<Whole>(self) { whole, value, reading in
      change(&whole) { part in set(&part, value, &reading) }
    }
  }
}

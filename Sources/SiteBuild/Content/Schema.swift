internal import Basics
internal import MarkdownHTML

/// The keys of one kind of content: what is checked, what is read and what the reference lists.
struct Schema<Root: Sendable>: Sendable {
  /// What diagnostics call it: ``unknown key `titel` in an insight``.
  var kind: String
  var keys: [SchemaKey<Root>]

  /// Fills `root` from a map; every fault is reported, and what is wrong keeps its initial value.
  func read(_ values: YAMLValue, of source: SourceText, into root: inout Root) -> [Diagnostic] {
    guard let entries = values.entries else {
      return [
        Diagnostic(
          SiteBuildCodes.wrongType, "\(kind) is a map of keys, and this is \(values.kindText)",
          at: source.excerpt(at: values.place))
      ]
    }
    var found = entries.compactMap { entry in read(entry, of: source, into: &root) }
    for key in keys where key.isRequired && !entries.contains(where: { $0.key == key.name }) {
      found.append(
        Diagnostic(
          SiteBuildCodes.missingKey, "\(kind) lacks the key `\(key.name)`",
          at: source.excerpt(at: values.place), fix: "add `\(key.name):` with \(key.typeName)"))
    }
    return found
  }

  private func read(
    _ entry: YAMLEntry, of source: SourceText, into root: inout Root
  ) -> Diagnostic? {
    guard let key = keys.first(where: { $0.name == entry.key }) else {
      return Diagnostic(
        SiteBuildCodes.unknownKey, "unknown key `\(entry.key)` in \(kind)",
        at: source.excerpt(at: entry.keyPlace),
        fix: suggestion(for: entry.key, among: keys.map(\.name))
          ?? "known: " + keys.map(\.name).joined(separator: ", "))
    }
    if !key.isRequired, entry.value.isNull { return nil }
    if key.set(&root, entry.value) { return nil }
    return Diagnostic(
      SiteBuildCodes.wrongType, "`\(entry.key)` wants \(key.typeName), not \(entry.value.kindText)",
      at: source.excerpt(at: entry.value.place))
  }
}

/// One key: its name, what it wants, and where it goes.
struct SchemaKey<Root: Sendable>: Sendable {
  var name: String
  var typeName: String
  var isRequired: Bool
  /// One sentence for the reference page.
  var doc: String
  /// False when the value is not written as the key wants it.
  var set: @Sendable (inout Root, YAMLValue) -> Bool

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
    set = { root, value in
      guard let parsed = type.parse(value) else { return false }
      store(&root, parsed)
      return true
    }
  }
}

extension SourceText {
  /// The line of a YAML place with the place marked.
  func excerpt(at place: YAMLPlace) -> SourceExcerpt {
    excerpt(line: place.line, column: place.column, length: place.length)
  }
}

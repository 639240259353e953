internal import Basics
internal import MarkdownHTML

/// What is found while values are read by a schema.
struct SchemaReading {
  let source: SourceText
  private(set) var diagnostics: [Diagnostic] = []
  /// Names of other content that the values hold.
  private(set) var references: [ContentReference] = []
  /// The key whose value is being read, for messages about parts of it.
  private var key = ""

  init(_ source: SourceText) {
    self.source = source
  }

  mutating func note(
    _ code: DiagnosticCode, _ message: String, at place: YAMLPlace, fix: String? = nil
  ) {
    note(Diagnostic(code, message, at: source.excerpt(at: place), fix: fix))
  }

  mutating func note(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  mutating func note(_ reference: ContentReference) { references.append(reference) }

  /// The value as a type wants it; nil, with the fault noted, when it is written otherwise.
  mutating func read<Value>(
    _ value: YAMLValue, as type: FieldType<Value>, called name: String
  ) -> Value? {
    let outer = key
    key = name
    defer { key = outer }
    return read(value, as: type) { "`\(name)`" }
  }

  /// One value of a list, as ``read(_:as:called:)`` reads a value of a key.
  mutating func readElement<Value>(_ value: YAMLValue, as type: FieldType<Value>) -> Value? {
    let name = key
    return read(value, as: type) { "each of `\(name)`" }
  }

  private mutating func read<Value>(
    _ value: YAMLValue, as type: FieldType<Value>, _ subject: () -> String
  ) -> Value? {
    let before = diagnostics.count
    if let parsed = type.parse(value, &self) { return parsed }
    // A type that reads parts has said what is wrong with them.
    if diagnostics.count == before {
      note(
        SiteBuildCodes.wrongType, "\(subject()) wants \(type.name), not \(value.kindText)",
        at: value.place, fix: value.text.flatMap { suggestion(for: $0, among: type.words) })
    }
    return nil
  }
}

extension SourceText {
  /// The line of a YAML place with the place marked.
  func excerpt(at place: YAMLPlace) -> SourceExcerpt {
    excerpt(line: place.line, column: place.column, length: place.length)
  }
}

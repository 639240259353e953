/// A fenced block whose info string names a component, with its body read as YAML or, for one of
/// ``MarkdownOptions/verbatimNames``, as it is.
package struct ComponentBlock: Sendable, Equatable {
  /// One of ``MarkdownOptions/componentNames``.
  package var name: String
  /// What follows the name in the info string.
  package var argument: String
  /// The body; an empty map when there is none or it could not be read (then there is a diagnostic).
  package var body: YAMLValue
  /// The body as it is; empty where it is read as YAML.
  package var text: ComponentText
  /// The bytes of the opening fence's line in the source.
  package var range: Range<Int>

  package init(
    name: String, argument: String, body: YAMLValue, text: ComponentText = ComponentText(),
    range: Range<Int>
  ) {
    self.name = name
    self.argument = argument
    self.body = body
    self.text = text
    self.range = range
  }
}

/// The body of a block as it was written, and where.
package struct ComponentText: Sendable, Equatable {
  package var text = ""
  /// The line of its first line, counted from 1.
  package var line = 1
  /// Columns in front of each of its lines that are no part of it.
  package var columnsLeftOut = 0

  package init() {}

  init(_ bytes: [UInt8], _ origin: YAMLOrigin) {
    text = String(decoding: bytes, as: UTF8.self)
    line = origin.line
    columnsLeftOut = origin.columnsLeftOut
  }

  /// Where a byte of the text stands in the file.
  package func place(of offset: Int) -> YAMLPlace {
    let before = text.utf8.prefix(max(0, offset))
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { before.index(after: $0) }
    let column = before[(start ?? before.startIndex)...].count { $0 & 0xC0 != 0x80 }
    return YAMLPlace(
      line: line + before.count { $0 == UInt8(ascii: "\n") }, column: columnsLeftOut + column + 1)
  }
}

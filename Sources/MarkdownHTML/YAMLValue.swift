/// A YAML value as it was written: text with its place, typed only when a schema asks.
///
/// `no`, `1:30` and `2026-11-21` are texts until somebody wants a truth value, a time or a day.
package struct YAMLValue: Sendable, Equatable {
  package enum Content: Sendable, Equatable {
    /// `isQuoted` also for `|` and `>` blocks: such a text is never a number, a day or null.
    case scalar(String, isQuoted: Bool)
    case list([YAMLValue])
    case map([YAMLEntry])
  }

  package var content: Content
  package var place: YAMLPlace

  package init(_ content: Content, at place: YAMLPlace) {
    self.content = content
    self.place = place
  }
}

/// A key of a map with its value, in the order of the file.
package struct YAMLEntry: Sendable, Equatable {
  package var key: String
  package var keyPlace: YAMLPlace
  package var value: YAMLValue

  package init(key: String, keyPlace: YAMLPlace, value: YAMLValue) {
    self.key = key
    self.keyPlace = keyPlace
    self.value = value
  }
}

/// A stretch of one line of a file; line and column start at 1, columns and length count scalars.
package struct YAMLPlace: Sendable, Hashable {
  package var line: Int
  package var column: Int
  package var length: Int

  package init(line: Int, column: Int, length: Int = 1) {
    self.line = line
    self.column = column
    self.length = length
  }
}

/// A fenced block whose info string names a component, with its body read as YAML.
package struct ComponentBlock: Sendable, Equatable {
  /// One of ``MarkdownOptions/componentNames``.
  package var name: String
  /// What follows the name in the info string.
  package var argument: String
  /// The body; an empty map when there is none or it could not be read (then there is a diagnostic).
  package var body: YAMLValue
  /// The bytes of the opening fence's line in the source.
  package var range: Range<Int>

  package init(name: String, argument: String, body: YAMLValue, range: Range<Int>) {
    self.name = name
    self.argument = argument
    self.body = body
    self.range = range
  }
}

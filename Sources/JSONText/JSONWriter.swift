/// Writes JSON as bytes: the same calls give the same bytes on every machine.
///
/// Names come in the order in which they are written; non-ASCII text stays as it is (UTF-8).
package struct JSONWriter: Sendable {
  package enum Style: Sendable {
    /// No white space at all: one line of an NDJSON file.
    case compact
    /// Two spaces a level, one value a line; empty containers stay `[]` and `{}`.
    case pretty
  }

  package var bytes: [UInt8] = []
  private let style: Style
  private var depth = 0
  /// Whether the next value is the first in its container, or follows its name.
  private var needsComma = false
  private var followsName = false

  package init(style: Style = .compact) {
    self.style = style
  }

  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    container("{", "}", body)
  }

  package mutating func array(_ body: (inout JSONWriter) -> Void) {
    container("[", "]", body)
  }

  /// The name of the next value; only inside an object.
  package mutating func name(_ name: String) {
    startValue()
    appendQuoted(name)
    bytes.append(UInt8(ascii: ":"))
    if style == .pretty { bytes.append(UInt8(ascii: " ")) }
    followsName = true
  }

  package mutating func string(_ text: String) {
    startValue()
    appendQuoted(text)
    needsComma = true
  }

  /// A string that `body` appends, whose bytes are known to need no escape: a moment.
  package mutating func string(_ body: (inout [UInt8]) -> Void) {
    startValue()
    bytes.append(UInt8(ascii: "\""))
    body(&bytes)
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  package mutating func integer(_ number: Int) {
    startValue()
    bytes.append(contentsOf: number.description.utf8)
    needsComma = true
  }

  /// The shortest decimal that reads back as the same number: `0.1`, `1e-05`, `3.0`.
  package mutating func double(_ number: Double) {
    precondition(number.isFinite, "JSON has no number for \(number); write null and say why")
    startValue()
    bytes.append(contentsOf: number.description.utf8)
    needsComma = true
  }

  package mutating func bool(_ flag: Bool) {
    startValue()
    bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    needsComma = true
  }

  package mutating func null() {
    startValue()
    bytes.append(contentsOf: "null".utf8)
    needsComma = true
  }

  /// Ends a line, so that the next value starts a new text.
  package mutating func endLine() {
    precondition(depth == 0, "a line ends outside of all containers")
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  private mutating func container(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void
  ) {
    startValue()
    bytes.append(UInt8(ascii: open))
    depth += 1
    needsComma = false
    body(&self)
    depth -= 1
    if needsComma { breakLine() }
    bytes.append(UInt8(ascii: close))
    needsComma = true
  }

  private mutating func startValue() {
    if followsName {
      followsName = false
      return
    }
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    if depth > 0 { breakLine() }
    needsComma = false
  }

  private mutating func breakLine() {
    guard style == .pretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
  }

  private mutating func appendQuoted(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    JSONEscaping.append(text, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }
}

/// A name and its value in one call.
extension JSONWriter {
  package mutating func field(_ name: String, _ value: String) {
    self.name(name)
    string(value)
  }

  package mutating func field(_ name: String, _ value: Int) {
    self.name(name)
    integer(value)
  }

  package mutating func field(_ name: String, _ value: Double) {
    self.name(name)
    double(value)
  }

  package mutating func field(_ name: String, _ value: Bool) {
    self.name(name)
    bool(value)
  }

  /// Writes nothing when the value is absent.
  package mutating func field(_ name: String, ifPresent value: String?) {
    if let value { field(name, value) }
  }

  /// Writes nothing when the value is absent.
  package mutating func field(_ name: String, ifPresent value: Int?) {
    if let value { field(name, value) }
  }

  package mutating func object(_ name: String, _ body: (inout JSONWriter) -> Void) {
    self.name(name)
    object(body)
  }

  package mutating func array(_ name: String, _ body: (inout JSONWriter) -> Void) {
    self.name(name)
    array(body)
  }
}

internal import Basics

/// What filters and operations work with: memory for new values, and the page as scratch space.
struct Workspace: ~Copyable {
  var arena = Arena()
  var output: OutputBuffer
  var shapes = ShapeTable()
  /// Whether texts are escaped when they are joined with markup.
  var escapes = true
  /// What `tojson` makes: JSON, or markup as in Jinja2.
  var jsonTag = Tag.json
  /// Whether a missing value prints nothing; otherwise it is a fault.
  var printsMissing = false
  /// What is written for `none`, in place of its name.
  var none: String?
  var rangeLimit: Int
  /// How filters write numbers, days and lengths of time.
  let formats: TextFormats
  let days: DayPattern
  /// Whether a part of markup is plain text, since half a tag beside a text would be a tag; in Jinja2
  /// it stays markup.
  var cutsToText = true

  init(_ options: TemplateOptions) {
    output = OutputBuffer(limit: options.limits.output)
    rangeLimit = options.limits.range
    formats = options.formats
    days = DayPattern(options.formats)
  }

  /// A new text from what `write` appends behind the page.
  mutating func text(
    _ tag: Tag = .text, _ write: (inout Workspace) throws(Fault) -> Void
  ) throws(Fault) -> Value {
    let start = output.count
    try write(&self)
    let value = arena.text(output.bytes(from: start), tag)
    output.cut(to: start)
    return value
  }

  mutating func text(_ string: String, _ tag: Tag = .text) -> Value { arena.text(string, tag) }

  /// The value as text: itself when it is one, else as it prints.
  mutating func printed(_ value: Value) throws(Fault) -> Value {
    if value.isTextual { return value }
    return try text { (work) throws(Fault) in try work.append(value) }
  }

  /// Writes a value unescaped.
  mutating func append(_ value: Value) throws(Fault) {
    if value.isMissing, !printsMissing { throw missing(value) }
    if value.tag == .none, let none {
      output.append(none)
      return
    }
    output.appendPrinted(value, shapes: shapes)
  }

  /// Writes a value as HTML: markup as it is, all else escaped.
  mutating func appendEscaped(_ value: Value) throws(Fault) {
    if value.tag == .html { return output.append(value.bytes) }
    let text = try printed(value)
    if text.count > 0 { output.appendEscaped(text.address, text.count) }
  }

  /// The tag of a part of a text.
  func partTag(_ whole: Tag) -> Tag { whole == .html && cutsToText ? .text : whole }

  func tooLarge() -> Fault {
    Fault("the page is larger than \(output.limit) bytes", code: TemplatingCodes.limit)
  }

  func missing(_ value: Value) -> Fault {
    let name = value.count > 0 ? "`\(value.string)`" : "the value"
    return Fault(
      "\(name) is missing", code: TemplatingCodes.missingGuard,
      fix: "guard it with `if`, or write `|default('…')`")
  }
}

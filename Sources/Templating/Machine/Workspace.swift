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
  /// How many steps the page may still take; by address, since what only looks at values counts
  /// too.
  let stepsLeft = UnsafeMutablePointer<Int>.allocate(capacity: 1)
  let stepLimit: Int
  let memoryLimit: Int
  /// The field that was last looked for and not found: the address of its name, and what has none such.
  /// Both lie in the arena or the program, so it is forgotten with every page.
  var lacking: (name: UInt64, subject: Value)?
  /// How filters write numbers, days and lengths of time.
  let formats: TextFormats
  let days: DayPattern
  /// Whether a part of markup is plain text, since half a tag beside a text would be a tag; in Jinja2
  /// it stays markup.
  var cutsToText = true

  init(_ options: TemplateOptions) {
    output = OutputBuffer(limit: options.limits.output)
    rangeLimit = options.limits.range
    stepLimit = options.limits.steps
    formats = options.formats
    days = DayPattern(options.formats)
    memoryLimit = options.limits.memory
    stepsLeft.initialize(to: options.limits.steps)
    arena.bound(to: memoryLimit, stopping: stepsLeft)
  }

  deinit { stepsLeft.deallocate() }

  /// Counts work that grows with what values hold, so that no page takes hours.
  @inline(__always)
  func spend(_ steps: Int) throws(Fault) {
    stepsLeft.pointee &-= steps
    if stepsLeft.pointee < 0 { throw stopped() }
  }

  /// Counts elements of a new list before there is room for them.
  func spendOnItems(_ count: Int) throws(Fault) {
    try spend(count)
    if arena.lacks(count * MemoryLayout<Value>.stride) { throw tooMuchMemory() }
  }

  /// Stops what writes on and on behind a page that is full already.
  @inline(__always)
  func requirePlace() throws(Fault) {
    if output.isFull { throw tooLarge() }
  }

  /// One more turn of a loop, or call of a macro.
  @inline(__always)
  func countTurn() throws(Fault) {
    stepsLeft.pointee &-= 1
    if output.isFull || stepsLeft.pointee < 0 { throw stopped() }
  }

  @inline(never)
  private func stopped() -> Fault {
    if output.isFull { return tooLarge() }
    if arena.isFull { return tooMuchMemory() }
    return Fault("the page takes more than \(stepLimit) steps", code: TemplatingCodes.limit)
  }

  /// A new text from what `write` appends behind the page.
  mutating func text(
    _ tag: Tag = .text, _ write: (inout Workspace) throws(Fault) -> Void
  ) throws(Fault) -> Value {
    let start = output.count
    try write(&self)
    let value = arena.text(output.bytes(from: start), tag)
    output.cut(to: start)
    try spend(value.count >> 3)
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
    try requirePlace()
    if value.isMissing, !printsMissing { throw missing(value) }
    if value.tag == .none, let none {
      output.append(none)
      return
    }
    try output.appendPrinted(value, shapes: shapes)
  }

  /// Writes a value as HTML: markup as it is, all else escaped.
  mutating func appendEscaped(_ value: Value) throws(Fault) {
    try requirePlace()
    if value.tag == .html { return output.append(value.bytes) }
    let text = try printed(value)
    if text.count > 0 { output.appendEscaped(text.address, text.count) }
  }

  /// The tag of a part of a text.
  func partTag(_ whole: Tag) -> Tag { whole == .html && cutsToText ? .text : whole }

  func tooLarge() -> Fault {
    Fault("the page is larger than \(output.limit) bytes", code: TemplatingCodes.limit)
  }

  func tooMuchMemory() -> Fault {
    Fault(
      "the values of the page take more than \(memoryLimit) bytes", code: TemplatingCodes.limit)
  }

  func missing(_ value: Value) -> Fault {
    if let misspelt = misspelt(value) { return misspelt }
    let name = value.count > 0 ? "`\(value.string)`" : "the value"
    return Fault(
      "\(name) is missing", code: TemplatingCodes.missingGuard,
      fix: "guard it with `if`, or write `|default('…')`")
  }

  /// The fault of a value that is missing because its name is nearly that of a field there is; nil where
  /// none is near, since a record may well lack what others have.
  private func misspelt(_ value: Value) -> Fault? {
    guard let lacking, lacking.name == value.bits, value.count > 0 else { return nil }
    let name = value.string
    let near = suggestion(for: name, among: fieldNames(of: lacking.subject))
    guard let fix = near else { return nil }
    return Fault("there is no field `\(name)`", code: TemplatingCodes.unknownName, fix: fix)
  }

  private func fieldNames(of value: Value) -> [String] {
    switch value.tag {
    case .record: shapes.shapes[Int(value.shape)].fields.map(\.name)
    case .map: (0..<value.count).map { value.items[$0 * 2].string }
    default: []
    }
  }
}

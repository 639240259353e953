internal import Basics

/// Turns one entry's tree into instructions, checking names, types and places on the way.
///
/// What is extended, included and imported is written in place; a macro is compiled once for each
/// combination of types it is called with, so that its body is checked against what it really gets.
struct Compiler {
  let library: Library
  let options: TemplateOptions
  var functions = [FunctionBuilder(frame: 0)]
  /// The function whose code is being written; 0 is the main template.
  var current = 0
  var constants: [Constant: Int32] = [:]
  var constantList: [(slot: Int, constant: Constant)] = []
  var literal: [UInt8] = []
  var messages: [Fault] = []
  var shapes = ShapeTable()
  var hosts: [HostFunction] = []
  var lookup: HostLookup?
  /// What is asked of the lookup, by name.
  var asked: [String: Asked] = [:]
  /// Whether a value was met of which nothing is known at load time.
  var metUnknown = false
  /// Whether nothing may be calculated with such values.
  var guardsUnknown = false
  var problems: [ChainedProblem] = []

  var scopes: [Scope] = []
  var unit = Unit(name: "", scopeCount: 1)
  /// The templates being written, outermost first: one inside itself would never end.
  var openTemplates: [String] = []
  /// How this place was reached: `included from Templates/page.html:3:1`.
  var chain: [String] = []
  var blockStack: [OpenBlock] = []
  var loops: [OpenLoop] = []
  /// Values that a guard has shown to be there, by their paths.
  var present: Set<String> = []
  var context: HTMLContext
  var escapes: Bool
  /// In a template that extends another, only assignments and definitions run outside of blocks.
  var isSilent = false
  /// After `break` and `continue`: nothing that follows can run.
  var isUnreachable = false
  var captureDepth = 0
  var instances: [MacroInstance] = []
  /// What each call block is called with, and the block, by its number.
  var callers: [[StaticType?]] = []
  var blocks: [CallBlock] = []
  /// What the filters of a `filter` or `set` block are given.
  var capturedBody: Operand?
  var modules: [String: Scope] = [:]
  var nextIdentifier = 0
  /// Blocks and templates written in place so far.
  var placed = 0

  /// What `escapes` is outside of `autoescape` blocks, which end at the edge of their own text.
  let escapesByDefault: Bool

  init(_ library: Library, _ options: TemplateOptions, format: TemplateFormat) {
    self.library = library
    self.options = options
    context = HTMLContext(format)
    escapesByDefault = options.autoescape && format != .text
    escapes = escapesByDefault
  }

  var isStrict: Bool { options.checking == .strict }

  /// Counts one more block or template written in place; false when they multiply without end.
  mutating func mayPlace(at place: Place) -> Bool {
    placed += 1
    guard openTemplates.count + blockStack.count <= options.limits.nesting else {
      report(
        TemplatingCodes.limit,
        "blocks and includes inside one another more than \(options.limits.nesting) deep", at: place
      )
      return false
    }
    guard placed > 20_000 || functions[current].code.count > options.limits.program else {
      return true
    }
    report(
      TemplatingCodes.limit, "blocks and includes inside one another become too many", at: place)
    return false
  }

  mutating func identifier() -> Int {
    nextIdentifier += 1
    return nextIdentifier
  }
}

/// A problem with the templates through which it was reached.
struct ChainedProblem {
  var problem: Problem
  var chain: [String]
}

struct OpenBlock {
  var name: String
  var level: Int
  /// What its template's other blocks are.
  var isScoped: Bool
}

struct OpenLoop {
  var breakSites: [Int] = []
  var continueSites: [Int] = []
  var context: HTMLContext
  var captureDepth: Int
  var function: Int
  var escapes: Bool
}

struct MacroInstance {
  var macro: Int
  var types: [StaticType?]
  var versions: [Int]
  var caller: Int?
  var function: Int
}

// MARK: Problems

extension Compiler {
  mutating func report(
    _ code: DiagnosticCode, _ message: String, at place: Place, fix: String? = nil
  ) {
    let problem = Problem(code, message, at: place, fix: fix)
    guard !problems.contains(where: { $0.problem == problem }) else { return }
    problems.append(ChainedProblem(problem: problem, chain: chain))
  }

  /// Reports in strict checking; in lenient checking the fault comes while rendering, as in Jinja2.
  mutating func reportStrict(
    _ code: DiagnosticCode, _ message: String, at place: Place, fix: String? = nil
  ) {
    if isStrict { report(code, message, at: place, fix: fix) }
  }

  /// Reports in strict checking; in lenient checking rendering fails here, as in Jinja2.
  mutating func refuse(
    _ code: DiagnosticCode, _ message: String, at place: Place, fix: String? = nil
  ) {
    guard !isStrict else { return report(code, message, at: place, fix: fix) }
    emit(.fail, [self.message(Fault(message, code: code, fix: fix))], at: place)
  }

  /// `from Templates/page.html:3:1`
  func spoken(_ place: Place) -> String {
    library.sources[Int(place.source)].location(at: Int(place.start)).description
  }
}

// MARK: Entries

extension Compiler {
  /// The program of an entry, or its problems.
  ///
  /// Most entries ask the host for nothing. One that does is compiled again, with room for just what it
  /// asks for.
  static func program(
    _ entry: TemplateEntry, library: Library, options: TemplateOptions, lookup: HostLookup? = nil
  ) -> (program: Program?, problems: [ChainedProblem]) {
    var compiler = Compiler(library, options, format: TemplateFormat(entry.template, options))
    compiler.lookup = lookup
    let first = compiler.compiled(entry, asking: [])
    let isGuarded = compiler.metUnknown && !options.calculatesWithUnknown
    if compiler.asked.isEmpty, !isGuarded { return first }
    let asked = compiler.asked.keys.sorted().compactMap { lookup?.entry($0) }
    compiler = Compiler(library, options, format: TemplateFormat(entry.template, options))
    compiler.lookup = lookup
    compiler.guardsUnknown = isGuarded
    return compiler.compiled(entry, asking: asked)
  }

  private mutating func compiled(
    _ entry: TemplateEntry, asking: [HostLookup.Entry]
  ) -> (program: Program?, problems: [ChainedProblem]) {
    var model = entry.model
    for (index, entry) in asking.enumerated() {
      asked[entry.name] = Asked(slot: Int32(model.fields.count + index))
    }
    bindModel(model)
    model.fields += asking.map { FieldModel($0.name, .record($0.model), "") }
    functions[0].slotCount = Int32(model.fields.count)
    let layout = Layout(model, shapes: &shapes)
    template(entry.template)
    requireText(context, end: entry.template)
    emit(.end, [], at: Place(source: 0, 0..<0))
    guard problems.isEmpty else { return (nil, problems) }
    return finished(layout, asked: asking.map(\.value))
  }

  mutating func bindModel(_ model: RecordModel) {
    let scope = Scope(owner: 0)
    for (index, field) in model.fields.enumerated() {
      scope.bindings[field.name] = .value(
        Operand(slot: Int32(index), type: StaticType(field.type), path: field.name))
    }
    functions[0].slotCount = Int32(model.fields.count)
    scopes = [scope]
  }

  mutating func requireText(_ end: HTMLContext, end template: String) {
    guard isStrict, let source = library.templates[template]?.source, let fault = end.unfinished
    else { return }
    let count = library.sources[source].bytes.count
    report(
      TemplatingCodes.unevenContext, fault,
      at: Place(source: source, max(0, count - 1)..<count))
  }

  func finished(
    _ layout: Layout, asked: [TemplateValue] = []
  ) -> (program: Program?, problems: [ChainedProblem]) {
    let linked = Linker(functions).linked(sources: library.sources)
    guard linked.code.count <= options.limits.program else {
      let place = Place(source: 0, 0..<1)
      let problem = Problem(
        TemplatingCodes.limit, "the template with all it includes is too large", at: place)
      return (nil, [ChainedProblem(problem: problem, chain: [])])
    }
    let parts = ProgramParts(
      code: linked.code, literal: literal, constants: constantList,
      slotCount: Int(functions[0].slotCount), layout: layout, shapes: shapes, options: options,
      escapes: escapesByDefault, messages: messages, hosts: hosts, asked: asked,
      places: linked.places)
    return (Program(parts), [])
  }
}

extension Compiler {
  /// The program that writes one expression over host functions and values.
  static func program(
    _ expression: Expression, _ source: SourceText, _ hosts: [HostFunction], _ model: RecordModel,
    _ options: TemplateOptions
  ) throws(Problem) -> Program {
    var compiler = Compiler(
      Library(source), options, format: options.autoescape ? .html : .text)
    compiler.hosts = hosts
    let layout = Layout(model, shapes: &compiler.shapes)
    compiler.bindModel(model)
    compiler.output(expression)
    compiler.emit(.end, [], at: expression.place)
    if let first = compiler.problems.first { throw first.problem }
    let (program, problems) = compiler.finished(layout)
    guard let program else { throw problems[0].problem }
    return program
  }
}

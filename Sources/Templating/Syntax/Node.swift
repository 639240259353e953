/// A piece of a template: literal text, an output or a statement.
struct Node: Sendable {
  indirect enum Kind: Sendable {
    case data([UInt8])
    case output(Expression)
    case loop(Loop)
    case branch([Branch], otherwise: [Node])
    case set(Target, Expression)
    case setBlock(Target, filter: Expression, [Node])
    case with([(target: Target, value: Expression)], [Node])
    case block(Block)
    case extends(TemplateNames)
    case include(Include)
    case importModule(TemplateNames, alias: String, withContext: Bool)
    case importNames(TemplateNames, [ImportedName], withContext: Bool)
    case macro(Macro)
    case callBlock(Macro, call: Expression)
    case filterBlock(Expression, [Node])
    case autoescape(Expression, [Node])
    case leave
    case skip
  }

  var kind: Kind
  var place: Place
}

struct Loop: Sendable {
  var target: Target
  var sequence: Expression
  var condition: Expression?
  var isRecursive: Bool
  var body: [Node]
  var otherwise: [Node]
  var place: Place
}

struct Branch: Sendable {
  var condition: Expression
  var body: [Node]
  var place: Place
}

struct Block: Sendable {
  var name: String
  var isScoped: Bool
  var isRequired: Bool
  var body: [Node]
  var place: Place
}

struct Include: Sendable {
  var names: TemplateNames
  var ignoresMissing: Bool
  var withContext: Bool
}

/// The templates a tag names: one, several to choose from, or (lenient only) an expression.
enum TemplateNames: Sendable {
  case one(String, Place)
  case firstOf([(String, Place)])
  case computed(Expression)

  var place: Place? {
    switch self {
    case .one(_, let place): place
    case .firstOf(let names): names.first?.1
    case .computed(let expression): expression.place
    }
  }
}

struct ImportedName: Sendable {
  var name: String
  var alias: String
  var place: Place
}

struct Macro: Sendable {
  var name: String
  var parameters: [Parameter]
  var body: [Node]
  var place: Place
}

struct Parameter: Sendable {
  var name: String
  var fallback: Expression?
}

/// What `set` and `for` assign to.
indirect enum Target: Sendable {
  case name(String, Place)
  /// `namespace.field`
  case field(String, String, Place)
  case tuple([Target], Place)

  var place: Place {
    switch self {
    case .name(_, let place), .field(_, _, let place), .tuple(_, let place): place
    }
  }
}

/// A template after reading: its tree, and the facts that inheritance needs.
struct ParsedTemplate: Sendable {
  var name: String
  var source: Int
  var nodes: [Node]
}

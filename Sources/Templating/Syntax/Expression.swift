/// An expression with its place.
struct Expression: Sendable {
  indirect enum Kind: Sendable {
    case none
    case boolean(Bool)
    case integer(Int)
    case number(Double)
    case text(String)
    case name(String)
    case list([Expression])
    case tuple([Expression])
    case dictionary([(key: Expression, value: Expression)])
    /// `a.b`
    case field(Expression, String)
    /// `a[b]`
    case index(Expression, Expression)
    /// `a[from:to:step]`
    case slice(Expression, SliceBounds)
    case call(Expression, Arguments)
    case filter(Expression, String, Arguments)
    case test(Expression, String, Arguments)
    case not(Expression)
    case negate(Expression)
    case plus(Expression)
    case and(Expression, Expression)
    case or(Expression, Expression)
    case arithmetic(Expression, Arithmetic, Expression)
    case concatenate([Expression])
    /// `a < b <= c`
    case compare(Expression, [(operation: Comparison, operand: Expression)])
    case conditional(condition: Expression, then: Expression, otherwise: Expression?)
    /// What a filter block or a `set` block filters: its rendered body.
    case body
    /// Stands where a faulty expression was reported.
    case invalid
  }

  let kind: Kind
  var place: Place
  /// How many expressions lie inside one another, itself counted: `a.b|f` has 3.
  private(set) var height = 1

  init(kind: Kind, place: Place) {
    self.kind = kind
    self.place = place
    for part in parts { height = max(height, part.height + 1) }
  }
}

struct SliceBounds: Sendable {
  var from: Expression?
  var to: Expression?
  var step: Expression?
}

enum Arithmetic: Int32, Sendable {
  case add, subtract, multiply, divide, floorDivide, remainder, power
}

enum Comparison: Int32, Sendable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, isIn, isNotIn
}

/// What a call is given: by place, then by name.
struct Arguments: Sendable {
  var positional: [Expression] = []
  var named: [NamedArgument] = []

  var isEmpty: Bool { positional.isEmpty && named.isEmpty }
}

struct NamedArgument: Sendable {
  var name: String
  var value: Expression
  /// Of the name alone.
  var place: Place
}

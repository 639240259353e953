/// One token of a template; literal text between tags is a token too.
struct Token: Sendable {
  enum Kind: Sendable, Equatable {
    case data([UInt8])
    case outputStart, outputEnd
    case tagStart, tagEnd
    case name(String)
    case integer(Int)
    case number(Double)
    case text(String)
    case mark(Mark)
    case end
  }

  var kind: Kind
  var place: Place
}

/// An operator or a bracket.
enum Mark: String, Sendable, CaseIterable {
  case power = "**"
  case floorDivide = "//"
  case equal = "=="
  case notEqual = "!="
  case lessOrEqual = "<="
  case greaterOrEqual = ">="
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divide = "/"
  case remainder = "%"
  case tilde = "~"
  case less = "<"
  case greater = ">"
  case assign = "="
  case dot = "."
  case colon = ":"
  case pipe = "|"
  case comma = ","
  case openParenthesis = "("
  case closeParenthesis = ")"
  case openBracket = "["
  case closeBracket = "]"
  case openBrace = "{"
  case closeBrace = "}"

  /// The bracket that ends what this one starts.
  var closing: Mark? {
    switch self {
    case .openParenthesis: .closeParenthesis
    case .openBracket: .closeBracket
    case .openBrace: .closeBrace
    default: nil
    }
  }

  var isClosing: Bool {
    self == .closeParenthesis || self == .closeBracket || self == .closeBrace
  }
}

extension Token.Kind {
  /// As it is named in a message: `` `endif` ``, `the end of the tag`.
  var spoken: String {
    switch self {
    case .data: "text"
    case .outputStart: "`{{`"
    case .outputEnd: "`}}`"
    case .tagStart: "`{%`"
    case .tagEnd: "the end of the tag"
    case .name(let name): "`\(name)`"
    case .integer(let value): "`\(value)`"
    case .number(let value): "`\(value)`"
    case .text: "a string"
    case .mark(let mark): "`\(mark.rawValue)`"
    case .end: "the end of the template"
    }
  }
}

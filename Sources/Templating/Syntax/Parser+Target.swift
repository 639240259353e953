internal import Basics

extension Parser {
  /// What is assigned to: `a`, `a.b` (a namespace), `a, b`, `(a, b)`.
  mutating func target(tupleUntil end: String?) throws(Problem) -> Target {
    let start = current.place
    var items = [try simpleTarget()]
    guard isMark(.comma) else { return items[0] }
    while takeMark(.comma) {
      if let end, isName(end) { break }
      if isMark(.assign) || current.kind == .tagEnd { break }
      items.append(try simpleTarget())
    }
    return .tuple(items, start.through(previousPlace))
  }

  mutating func simpleTarget() throws(Problem) -> Target {
    if takeMark(.openParenthesis) {
      let inner = try nested { (parser) throws(Problem) in
        try parser.target(tupleUntil: nil)
      }
      try expect(.mark(.closeParenthesis))
      return inner
    }
    let (name, place) = try expectName("a name to assign to")
    if ["true", "false", "none", "True", "False", "None", "in", "not", "and", "or", "is", "if"]
      .contains(name)
    {
      throw Problem(TemplatingCodes.syntax, "`\(name)` cannot be assigned to", at: place)
    }
    guard takeMark(.dot) else { return .name(name, place) }
    let (field, _) = try expectName("the name of a field")
    return .field(name, field, place.through(previousPlace))
  }
}

// MARK: Names of templates

extension Parser {
  /// `"page.html"`, or `["a.html", "b.html"]`; anything else is computed.
  mutating func templateNames() throws(Problem) -> TemplateNames {
    let value = try expression()
    switch value.kind {
    case .text(let name): return .one(name, value.place)
    case .list(let items), .tuple(let items):
      var names: [(String, Place)] = []
      for item in items {
        guard case .text(let name) = item.kind else { return .computed(value) }
        names.append((name, item.place))
      }
      return .firstOf(names)
    default: return .computed(value)
    }
  }

  mutating func include() throws(Problem) -> Node.Kind {
    let names = try templateNames()
    var ignoresMissing = false
    if isName("ignore"), next.kind == .name("missing") {
      take()
      take()
      ignoresMissing = true
    }
    return .include(
      Include(
        names: names, ignoresMissing: ignoresMissing, withContext: takeContext() ?? true))
  }

  mutating func importModule() throws(Problem) -> Node.Kind {
    let names = try templateNames()
    try expect(.name("as"))
    let (alias, _) = try expectName("a name")
    return .importModule(names, alias: alias, withContext: takeContext() ?? false)
  }

  mutating func importNames() throws(Problem) -> Node.Kind {
    let names = try templateNames()
    try expect(.name("import"))
    var imported: [ImportedName] = []
    var withContext: Bool?
    repeat {
      withContext = takeContext()
      if withContext != nil { break }
      let (name, place) = try expectName("the name to import")
      guard !name.hasPrefix("_") else {
        throw Problem(
          TemplatingCodes.syntax, "`\(name)` is private: names with `_` in front are not imported",
          at: place)
      }
      let alias = takeName("as") ? try expectName("a name").name : name
      imported.append(ImportedName(name: name, alias: alias, place: place))
    } while takeMark(.comma)
    return .importNames(names, imported, withContext: withContext ?? takeContext() ?? false)
  }

  /// `with context` or `without context`.
  private mutating func takeContext() -> Bool? {
    guard next.kind == .name("context"), isName("with") || isName("without") else { return nil }
    let result = take().kind == .name("with")
    take()
    return result
  }
}

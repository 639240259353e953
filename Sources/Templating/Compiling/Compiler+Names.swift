internal import Basics

// Names and fields: what they stand for, and what guards tell about them.
extension Compiler {
  func binding(_ name: String) -> Binding? {
    for scope in scopes.reversed() {
      if let found = scope.bindings[name] { return found }
    }
    return nil
  }

  mutating func named(_ name: String, at place: Place) -> Operand {
    switch binding(name) {
    case .value(let operand): return narrowed(accessible(operand))
    case .caller: return constant(.boolean(true))
    case .macro, .module, .loop:
      reportStrict(
        TemplatingCodes.type, "`\(name)` is no value", at: place, fix: "call it, or name a part")
      return constant(.undefined(name))
    case nil: return unknown(name, at: place)
    }
  }

  mutating func unknown(_ name: String, at place: Place) -> Operand {
    guard isStrict else { return constant(.undefined(name)) }
    let known = Set(scopes.flatMap { $0.bindings.keys }).union(BuiltIn.allCases.map(\.rawValue))
    report(
      TemplatingCodes.unknownName, "unknown name `\(name)`", at: place,
      fix: suggestion(for: name, among: known))
    return invalid()
  }

  /// A variable of an outer macro is read from the copy that each call brings along.
  mutating func accessible(_ operand: Operand) -> Operand {
    guard operand.slot < 0, operand.owner != frame else { return operand }
    guard
      let copy = functions[frame].captured.first(where: {
        $0.owner == operand.owner && $0.slot == operand.slot
      })
    else { return invalid() }
    var local = operand
    local.slot = copy.local
    local.owner = frame
    return local
  }

  func narrowed(_ operand: Operand) -> Operand {
    guard operand.type.isOptional, let path = operand.path, present.contains(path) else {
      return operand
    }
    var known = operand
    known.type = operand.type.present
    return known
  }

  // MARK: Fields

  mutating func field(of subject: Expression, _ name: String, at place: Place) -> Operand {
    if case .name(let owner) = subject.kind, let special = specialField(owner, name, at: place) {
      return special
    }
    let record = value(subject)
    switch record.type {
    case .record(let model): return field(of: record, model, name, at: place)
    case .group(let element):
      guard name == "grouper" || name == "list" else { break }
      return looked(up: name, in: record, name == "list" ? .list(element) : .any, at: place)
    case .cycler where name == "current": return looked(up: name, in: record, .any, at: place)
    case .any, .map, .namespace, .undefined: return looked(up: name, in: record, .any, at: place)
    default: break
    }
    guard isStrict else { return looked(up: name, in: record, .any, at: place) }
    report(
      TemplatingCodes.unknownName,
      "\(spokenName(subject)) is \(record.type.spoken), it has no field `\(name)`",
      at: fieldPlace(name, in: place), fix: PythonMethods.filter(for: name))
    return invalid()
  }

  mutating func looked(
    up name: String, in record: Operand, _ type: StaticType, at place: Place
  ) -> Operand {
    let source = slot(of: record, at: place)
    let target = newSlot()
    emit(.lookup, [target, source, constantSlot(.text(name))], at: place)
    return made(target, type)
  }

  mutating func field(
    of record: Operand, _ model: RecordModel, _ name: String, at place: Place
  ) -> Operand {
    guard let index = model.index(of: name) else {
      report(
        TemplatingCodes.unknownName, "unknown field `\(name)` on \(model.name)",
        at: fieldPlace(name, in: place),
        fix: suggestion(for: name, among: model.fields.map(\.name)))
      return invalid()
    }
    var result = record
    result.slot = slot(of: record, at: place)
    result.field = Int32(index)
    result.type = StaticType(model.fields[index].type)
    if result.type.present == .any { metUnknown = true }
    result.path = record.path.map { $0 + "." + name }
    result.constant = nil
    return narrowed(result)
  }

  /// The place of a field's name at the end of `a.b.name`.
  func fieldPlace(_ name: String, in place: Place) -> Place {
    let length = name.utf8.count
    let bytes = library.sources[Int(place.source)].bytes
    let start = Int(place.end) - length
    guard start >= Int(place.start), bytes[start..<Int(place.end)].elementsEqual(name.utf8) else {
      return place
    }
    return Place(source: Int(place.source), start..<Int(place.end))
  }

  /// `loop.index`, and names out of an imported template.
  mutating func specialField(_ owner: String, _ name: String, at place: Place) -> Operand? {
    switch binding(owner) {
    case .loop(let loop): return loopField(loop, name, at: place)
    case .module(let module):
      guard case .value(let operand)? = module.bindings[name] else {
        guard module.bindings[name] == nil else { return constant(.undefined(name)) }
        reportStrict(
          TemplatingCodes.unknownName, "`\(owner)` has no `\(name)`",
          at: fieldPlace(name, in: place),
          fix: suggestion(for: name, among: module.bindings.keys))
        return noPart(name)
      }
      return narrowed(accessible(operand))
    case nil where owner == Compiler.stringsName: return string(name, at: place)
    default: return nil
    }
  }

  /// What stands for a name that is not there: where that was reported, nothing to find fault with.
  private mutating func noPart(_ name: String) -> Operand {
    isStrict ? invalid() : constant(.undefined(name))
  }

  mutating func loopField(_ loop: LoopBinding, _ name: String, at place: Place) -> Operand {
    guard let field = LoopField.allCases.first(where: { $0.name == name }) else {
      reportStrict(
        TemplatingCodes.unknownName, "unknown field `\(name)` on loop",
        at: fieldPlace(name, in: place),
        fix: suggestion(
          for: name, among: LoopField.allCases.map(\.name) + ["cycle", "changed"]))
      return noPart(name)
    }
    if let recursion = loop.recursion, field == .depth || field == .depth0 {
      return field == .depth0 ? recursion.depth : added(1, to: recursion.depth, at: place)
    }
    guard loop.owner == frame || loop.slot >= 0 else {
      report(
        TemplatingCodes.unsupported, "the loop of another macro is out of reach", at: place,
        fix: "keep its value with `set` first")
      return invalid()
    }
    let target = newSlot()
    emit(.loopField, [target, loop.slot, field.rawValue], at: place)
    switch field {
    case .first, .last: return made(target, .boolean)
    case .previtem, .nextitem: return made(target, .optional(loop.element.present))
    default: return made(target, .integer)
    }
  }

  mutating func added(_ number: Int, to operand: Operand, at place: Place) -> Operand {
    let target = newSlot()
    let one = constantSlot(.integer(number))
    emit(.arithmetic, [Arithmetic.add.rawValue, target, operand.slot, one], at: place)
    return made(target, .integer)
  }
}

// MARK: Guards

extension Compiler {
  /// The paths of values that are there when a condition turns out as given.
  func facts(_ condition: Expression, when outcome: Bool) -> Set<String> {
    switch condition.kind {
    case .name, .field, .index: return outcome ? Set([path(condition)].compactMap { $0 }) : []
    case .not(let inner): return facts(inner, when: !outcome)
    case .and(let left, let right):
      return outcome
        ? facts(left, when: true).union(facts(right, when: true))
        : facts(left, when: false).intersection(facts(right, when: false))
    case .or(let left, let right):
      return outcome
        ? facts(left, when: true).intersection(facts(right, when: true))
        : facts(left, when: false).union(facts(right, when: false))
    case .test(let subject, let name, _):
      let holds =
        name == "defined" ? outcome : name == "undefined" || name == "none" ? !outcome : outcome
      return holds ? Set([path(subject)].compactMap { $0 }) : []
    case .compare(let left, let rest): return comparedFacts(left, rest, outcome)
    case .filter(let subject, "length", _), .filter(let subject, "count", _):
      return outcome ? facts(subject, when: true) : []
    default: return []
    }
  }

  /// What equals a literal is there; what differs from `none` is there.
  func comparedFacts(
    _ left: Expression, _ rest: [(operation: Comparison, operand: Expression)], _ outcome: Bool
  ) -> Set<String> {
    guard rest.count == 1, let path = path(left) else { return [] }
    let equals = rest[0].operation == (outcome ? .equal : .notEqual)
    switch rest[0].operand.kind {
    case .none: return !equals && [.equal, .notEqual].contains(rest[0].operation) ? [path] : []
    case .text, .integer, .number, .boolean: return equals ? [path] : []
    default: return []
    }
  }

  /// The path of `a.b.c`, when it is one that a guard can speak about.
  func path(_ expression: Expression) -> String? {
    switch expression.kind {
    case .name(let name):
      if case .value(let operand)? = binding(name) { return operand.path }
      return nil
    case .field(let subject, let name):
      if case .name(let owner) = subject.kind, case .module(let module)? = binding(owner),
        case .value(let operand)? = module.bindings[name]
      {
        return operand.path
      }
      return path(subject).map { $0 + "." + name }
    case .call(let callee, let arguments): return lookedUpPath(callee, arguments)
    case .index(let subject, let index):
      guard case .text(let name) = index.kind else { return nil }
      return path(subject).map { $0 + "." + name }
    default: return nil
    }
  }
}

/// What Python's methods are called here.
enum PythonMethods {
  static let filters: [String: String] = [
    "items": "items", "upper": "upper", "lower": "lower", "title": "title", "strip": "trim",
    "capitalize": "capitalize", "replace": "replace", "count": "length", "keys": "list",
  ]

  static func filter(for method: String) -> String? {
    filters[method].map { "write `|\($0)`" }
  }
}

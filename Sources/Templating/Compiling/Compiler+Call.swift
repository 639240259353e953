internal import Basics

// Calls: macros, blocks, loops, functions.
extension Compiler {
  /// Writes a call whose output goes straight to the page; false when it is another kind of call.
  mutating func directCall(
    _ callee: Expression, _ arguments: Arguments, at place: Place
  ) -> Bool {
    if let definition = macroDefinition(callee) {
      guard isStrict, !context.isText else {
        call(definition, arguments, at: place)
        return true
      }
      return false
    }
    switch callee.kind {
    case .name("super") where binding("super") == nil: writeSuper(at: place)
    case .field(let owner, let name) where owner.isName("self") && binding("self") == nil:
      writeSelf(name, at: place)
    case .name(let name):
      switch binding(name) {
      case .loop(let loop): recur(loop, arguments, at: place)
      case .caller(let caller): callCaller(caller, arguments, at: place)
      default: return false
      }
    default: return false
    }
    return true
  }

  /// The macro that a name or `module.name` stands for.
  func macroDefinition(_ callee: Expression) -> MacroDefinition? {
    switch callee.kind {
    case .name(let name):
      if case .macro(let macro)? = binding(name) { return macro }
    case .field(let owner, let name):
      if case .name(let alias) = owner.kind, case .module(let module)? = binding(alias),
        case .macro(let macro)? = module.bindings[name]
      {
        return macro
      }
    default: break
    }
    return nil
  }

  mutating func call(
    _ callee: Expression, _ arguments: Arguments, at place: Place
  ) -> Operand {
    if isDirect(callee) {
      return capture(at: place) { _ = $0.directCall(callee, arguments, at: place) }
    }
    switch callee.kind {
    case .name(let name):
      guard binding(name) == nil else { break }
      if let builtIn = BuiltIn(rawValue: name) { return call(builtIn, arguments, at: place) }
      if let index = hosts.firstIndex(where: { $0.name == name }) {
        return callHost(index, arguments, at: place)
      }
      if let lookup, name == lookup.function {
        metUnknown = true
        return look(up: lookup, arguments, at: place)
      }
      guard isStrict else { break }
      report(
        TemplatingCodes.unknownName, "unknown function `\(name)`", at: callee.place,
        fix: suggestion(
          for: name,
          among: BuiltIn.allCases.map(\.rawValue) + hosts.map(\.name)
            + (lookup.map { [$0.function] } ?? [])))
      return invalid()
    case .field(let owner, let name): return callMethod(owner, name, arguments, callee, at: place)
    default: break
    }
    let subject = value(callee)
    if subject.type == .joiner { return function(BuiltIn.joinerCall, [subject], .text, at: place) }
    return notCallable(callee, subject, at: place)
  }

  func isDirect(_ callee: Expression) -> Bool {
    if macroDefinition(callee) != nil { return true }
    switch callee.kind {
    case .name("super"): return binding("super") == nil
    case .name(let name):
      switch binding(name) {
      case .loop, .caller: return true
      default: return false
      }
    case .field(let owner, _): return owner.isName("self") && binding("self") == nil
    default: return false
    }
  }

  mutating func notCallable(
    _ callee: Expression, _ subject: Operand, at place: Place
  ) -> Operand {
    if subject.constant == nil || isStrict {
      reportStrict(
        TemplatingCodes.type,
        "\(spokenName(callee)) is \(subject.type.spoken), it cannot be called",
        at: callee.place)
    }
    emit(.require, [slot(of: subject, at: place)], at: place)
    emit(.fail, [message(Fault("\(spokenName(callee)) cannot be called"))], at: place)
    return invalid()
  }

  mutating func message(_ fault: Fault) -> Int32 {
    messages.append(fault)
    return Int32(messages.count - 1)
  }

  // MARK: Methods

  mutating func callMethod(
    _ owner: Expression, _ name: String, _ arguments: Arguments, _ callee: Expression,
    at place: Place
  ) -> Operand {
    if case .name(let alias) = owner.kind, case .loop(let loop)? = binding(alias) {
      return callLoop(loop, name, arguments, at: place)
    }
    if case .name(let alias) = owner.kind, case .module? = binding(alias) {
      return notCallable(callee, anyValue(callee), at: place)
    }
    if owner.isName(Compiler.stringsName), binding(Compiler.stringsName) == nil,
      let wording = options.wording
    {
      return string(name, of: wording, arguments, callee, at: place)
    }
    let subject = value(owner)
    if subject.type == .cycler, name == "next" || name == "reset" {
      let number = name == "next" ? BuiltIn.cyclerNext : BuiltIn.cyclerReset
      return function(number, [subject], .any, at: place)
    }
    if isStrict {
      report(
        TemplatingCodes.unsupported, "values have no methods: `.\(name)()`",
        at: fieldPlace(name, in: callee.place), fix: PythonMethods.filter(for: name))
      return invalid()
    }
    return notCallable(callee, anyValue(callee), at: place)
  }

  mutating func callLoop(
    _ loop: LoopBinding, _ name: String, _ arguments: Arguments, at place: Place
  ) -> Operand {
    guard loop.slot >= 0 || loop.owner == frame else {
      report(
        TemplatingCodes.unsupported, "the loop of another macro is out of reach", at: place)
      return invalid()
    }
    let operands = arguments.positional.map { anyValue($0) }
    switch name {
    case "cycle" where operands.isEmpty:
      refuse(TemplatingCodes.arguments, "`cycle` needs at least one value", at: place)
      return invalid()
    case "cycle":
      let index = newSlot()
      emit(.loopField, [index, loop.slot, LoopField.index0.rawValue], at: place)
      let types = operands.map(\.type)
      let type = types.dropFirst().reduce(types[0]) { $0.joined(with: $1) }
      return function(BuiltIn.loopCycle, [made(index, .integer)] + operands, type, at: place)
    case "changed":
      let value = anyValue(Expression(kind: .tuple(arguments.positional), place: place))
      let target = newSlot()
      emit(.loopChanged, [target, loop.slot, value.slot], at: place)
      return made(target, .boolean)
    default:
      report(
        TemplatingCodes.unknownName, "a loop has no function `\(name)`", at: place,
        fix: suggestion(for: name, among: ["cycle", "changed"]))
      return invalid()
    }
  }

}

extension Expression {
  func isName(_ wanted: String) -> Bool {
    if case .name(wanted) = kind { true } else { false }
  }
}

extension BuiltIn {
  var argumentCounts: ClosedRange<Int> {
    switch self {
    case .range: 1...3
    case .dict, .namespace: 0...1
    case .cycler: 1...12
    case .joiner: 0...1
    }
  }
}

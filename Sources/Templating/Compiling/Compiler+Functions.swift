internal import Basics

// Macros, call blocks and recursive loops: code that is called.
extension Compiler {
  mutating func newFunction(frame: Int? = nil) -> Int {
    functions.append(FunctionBuilder(frame: frame ?? functions.count))
    return functions.count - 1
  }

  /// Writes the code of another function, then goes on with this one.
  mutating func inFunction(_ function: Int, _ compile: (inout Compiler) -> Void) {
    let outer = (current, loops, captureDepth, isUnreachable, isSilent, present)
    current = function
    loops = []
    captureDepth = 0
    isUnreachable = false
    isSilent = false
    compile(&self)
    (current, loops, captureDepth, isUnreachable, isSilent, present) = outer
  }

  /// The variables of running macros that code here can see; a macro defined here needs copies.
  func capturedVariables() -> [Operand] {
    var found: [Operand] = []
    for scope in scopes {
      for name in scope.bindings.keys.sorted() {
        let operand: Operand
        switch scope.bindings[name] {
        case .value(let value): operand = value
        case .caller(let caller): operand = caller.closure
        case .loop(let loop):
          if let depth = loop.recursion?.depth { operand = depth } else { continue }
        default: continue
        }
        let isKnown = found.contains { $0.slot == operand.slot && $0.owner == operand.owner }
        if operand.slot < 0, !isKnown { found.append(operand) }
      }
    }
    return found
  }

  /// Gives the function being written a slot for each copy.
  mutating func bindCaptured(_ captured: [Operand]) {
    for operand in captured {
      functions[frame].captured.append(
        CapturedSlot(owner: operand.owner, slot: operand.slot, local: newSlot()))
    }
  }

  mutating func emitCall(
    _ function: Int, _ arguments: [Int32], _ captured: [Operand], at place: Place
  ) {
    let slots = arguments + captured.map { accessible($0).slot }
    functions[current].callSites.append((codeCount, function))
    emit(.call, [0, 0, Int32(slots.count)] + slots, at: place)
  }
}

// MARK: Macros

extension Compiler {
  mutating func define(_ macro: Macro) {
    let definition = MacroDefinition(
      macro: macro, scopes: scopes, unit: unit, chain: chain, escapes: escapes,
      identifier: identifier())
    scopes.last?.bindings[macro.name] = .macro(definition)
  }

  /// Calls a macro; what it writes goes to the page. `body` is the call block, if it is one.
  mutating func call(
    _ definition: MacroDefinition, _ arguments: Arguments, body: Macro? = nil, at place: Place
  ) {
    guard let given = matched(definition.macro, arguments, at: place) else { return }
    requireSameContext(HTMLContext(context.format), at: place, what: "a macro")
    let outer = scopes
    scopes = definition.scopes
    let captured = capturedVariables()
    scopes = outer
    var slots = given.slots
    var block: CallBlock?
    if let body {
      let made = callBlock(body, at: place)
      slots.append(made.closure.slot)
      block = made
    }
    let function = instance(definition, given, block, captured, at: place)
    emitCall(function, slots, captured, at: place)
    if let block { compile(block, body) }
  }

  mutating func instance(
    _ definition: MacroDefinition, _ given: GivenArguments, _ block: CallBlock?,
    _ captured: [Operand], at place: Place
  ) -> Int {
    var types = given.types
    let versions = definition.scopes.map(\.version)
    let same = instances.filter { $0.macro == definition.identifier }
    // A macro that calls itself with ever new types is checked with nothing known in the end.
    if same.count > 60 { types = types.map { $0 == nil ? nil : .any } }
    if let known = same.first(where: {
      $0.types == types && $0.versions == versions && $0.caller == block?.identifier
    }) {
      return known.function
    }
    let function = newFunction()
    instances.append(
      MacroInstance(
        macro: definition.identifier, types: types, versions: versions,
        caller: block?.identifier, function: function))
    var checked = given
    checked.types = types
    compile(definition, checked, block, captured, into: function, at: place)
    return function
  }

  mutating func compile(
    _ definition: MacroDefinition, _ given: GivenArguments, _ block: CallBlock?,
    _ captured: [Operand], into function: Int, at place: Place
  ) {
    let outer = (scopes, unit, context, chain, blockStack, escapes)
    inFunction(function) { compiler in
      compiler.present = []
      compiler.unit = definition.unit
      compiler.escapes = definition.escapes
      if compiler.library.switchesEscaping { compiler.emitEscapes() }
      compiler.chain = definition.chain + ["called at \(compiler.spoken(place))"]
      if compiler.chain.count > 12 { compiler.chain = Array(compiler.chain.suffix(12)) }
      compiler.blockStack = []
      compiler.context = HTMLContext(compiler.context.format)
      compiler.scopes = definition.scopes + [Scope(owner: function)]
      compiler.bindParameters(definition.macro, given, block, captured)
      compiler.nodes(definition.macro.body)
      compiler.requireSameContext(
        HTMLContext(compiler.context.format), at: definition.macro.place, what: "the macro")
      compiler.emit(.returns, [], at: definition.macro.place)
    }
    (scopes, unit, context, chain, blockStack, escapes) = outer
  }

  /// Slots come in the order of the call: what is given, `varargs`, `kwargs`, the call block, copies.
  mutating func bindParameters(
    _ macro: Macro, _ given: GivenArguments, _ block: CallBlock?, _ captured: [Operand]
  ) {
    var bindings: [String: Binding] = [:]
    var missing: [Parameter] = []
    for (index, parameter) in macro.parameters.enumerated() {
      if let type = given.types[index] {
        bindings[parameter.name] = .value(made(newSlot(), type))
      } else if block == nil || parameter.name != "caller" {
        missing.append(parameter)
      }
    }
    for name in given.extras {
      let type: StaticType = name == "varargs" ? .list(.any) : .map
      bindings[name] = .value(made(newSlot(), type))
    }
    if let block {
      let closure = made(newSlot(), .any)
      bindings["caller"] = .caller(
        CallerBinding(closure: closure, identifier: block.identifier))
    } else if binding("caller") == nil || macro.mentionsCaller {
      bindings["caller"] = bindings["caller"] ?? .value(constant(.undefined("caller")))
    }
    bindCaptured(captured)
    for (name, binding) in bindings { scopes.last?.bindings[name] = binding }
    // A default that names itself or a later parameter finds it missing, not the name outside.
    for parameter in missing {
      scopes.last?.bindings[parameter.name] = .value(constant(.undefined(parameter.name)))
    }
    for parameter in missing {
      let operand = parameter.fallback.map { anyValue($0) } ?? constant(.undefined(parameter.name))
      scopes.last?.bindings[parameter.name] = .value(operand)
    }
  }
}

/// The arguments of a macro call, in the order of its parameters.
struct GivenArguments {
  /// Of the parameters that are given, then of `extras`.
  var slots: [Int32] = []
  /// One a parameter; nil for one that is not given.
  var types: [StaticType?]
  /// `varargs` and `kwargs`, where the macro reads them.
  var extras: [String] = []
}

extension Compiler {
  mutating func matched(
    _ macro: Macro, _ arguments: Arguments, at place: Place
  ) -> GivenArguments? {
    var values: [Expression?] = macro.parameters.map { _ in nil }
    for (index, value) in arguments.positional.prefix(values.count).enumerated() {
      values[index] = value
    }
    let extra = arguments.positional.dropFirst(values.count)
    var unknown: [NamedArgument] = []
    for argument in arguments.named {
      guard let index = macro.parameters.firstIndex(where: { $0.name == argument.name }) else {
        unknown.append(argument)
        continue
      }
      values[index] = argument.value
    }
    guard accepts(macro, Array(extra), unknown, at: place) else { return nil }
    var given = GivenArguments(types: [])
    for value in values {
      let operand = value.map { anyValue($0) }
      given.types.append(operand?.type)
      if let operand { given.slots.append(slot(of: operand, at: place)) }
    }
    addExtras(macro, Array(extra), unknown, &given, at: place)
    return given
  }

  mutating func accepts(
    _ macro: Macro, _ extra: [Expression], _ unknown: [NamedArgument], at place: Place
  ) -> Bool {
    if let first = extra.first, !macro.mentions("varargs") {
      refuse(
        TemplatingCodes.arguments,
        "`\(macro.name)` takes \(atMost(arguments: macro.parameters.count))", at: first.place)
      return false
    }
    if let first = unknown.first, !macro.mentions("kwargs"), first.name != "caller" {
      refuse(
        TemplatingCodes.arguments, "`\(macro.name)` has no parameter `\(first.name)`",
        at: first.place, fix: suggestion(for: first.name, among: macro.parameters.map(\.name)))
      return false
    }
    return true
  }

  mutating func addExtras(
    _ macro: Macro, _ extra: [Expression], _ unknown: [NamedArgument],
    _ given: inout GivenArguments, at place: Place
  ) {
    if macro.mentions("varargs") {
      let list = anyValue(Expression(kind: .list(extra), place: place))
      given.extras.append("varargs")
      given.slots.append(list.slot)
    }
    if macro.mentions("kwargs") {
      let pairs = unknown.map {
        (key: Expression(kind: .text($0.name), place: $0.place), value: $0.value)
      }
      let map = anyValue(Expression(kind: .dictionary(pairs), place: place))
      given.extras.append("kwargs")
      given.slots.append(map.slot)
    }
  }
}

internal import Basics

/// A call block before its body is compiled: the function it will be, the slots of its parameters.
struct CallBlock {
  var identifier: Int
  var function: Int
  var closure: Operand
  var parameters: [Int32]
}

extension Compiler {
  /// `{% call macro() %} … {% endcall %}`: the body runs in this frame, whenever the macro calls it.
  mutating func callBlock(_ body: Macro, _ call: Expression, at place: Place) {
    guard case .call(let callee, let arguments) = call.kind,
      let definition = macroDefinition(callee)
    else {
      reportStrict(TemplatingCodes.type, "`call` needs a macro", at: call.place)
      if !isStrict { _ = value(call) }
      return
    }
    self.call(definition, arguments, body: body, at: call.place)
  }

  mutating func callBlock(_ body: Macro, at place: Place) -> CallBlock {
    let closure = made(newSlot(), .any)
    emit(.closure, [closure.slot], at: place)
    callers.append([])
    let block = CallBlock(
      identifier: callers.count - 1, function: newFunction(frame: frame), closure: closure,
      parameters: body.parameters.map { _ in newSlot() })
    blocks.append(block)
    return block
  }

  /// Compiles the body once the macro has told what it calls it with.
  mutating func compile(_ block: CallBlock, _ body: Macro?) {
    guard let body else { return }
    let outer = context
    let types = callers[block.identifier]
    let seen = present
    inFunction(block.function) { compiler in
      compiler.present = seen
      if compiler.library.switchesEscaping { compiler.emitEscapes() }
      compiler.context = HTMLContext(outer.format)
      compiler.inScope { compiler in
        for (index, parameter) in body.parameters.enumerated() {
          let type = types.indices.contains(index) ? types[index] : nil
          let operand = compiler.made(block.parameters[index], type ?? .undefined)
          compiler.bindParameter(parameter, operand, at: body.place)
        }
        compiler.nodes(body.body)
      }
      compiler.requireSameContext(
        HTMLContext(outer.format), at: body.place, what: "the call block")
      compiler.emit(.returns, [], at: body.place)
    }
    context = outer
  }

  mutating func bindParameter(_ parameter: Parameter, _ operand: Operand, at place: Place) {
    var bound = operand
    if let fallback = parameter.fallback {
      let isGiven = newSlot()
      emit(.test, [Test.defined.rawValue, isGiven, 1, operand.slot], at: place)
      let site = emitJump(.jumpIfTrue, [isGiven, -1], at: place)
      let value = anyValue(fallback)
      emit(.move, [operand.slot, value.slot, value.field], at: place)
      land(site)
      bound.type =
        operand.type == .undefined ? value.type : operand.type.present.joined(with: value.type)
    }
    scopes.last?.bindings[parameter.name] = .value(bound)
  }

  /// `caller(…)` inside a macro.
  mutating func callCaller(_ caller: CallerBinding, _ arguments: Arguments, at place: Place) {
    guard arguments.named.isEmpty else {
      return refuse(
        TemplatingCodes.arguments, "`caller` takes arguments by place only",
        at: arguments.named[0].place)
    }
    requireSameContext(HTMLContext(context.format), at: place, what: "a call block")
    let operands = arguments.positional.map { anyValue($0) }
    let slots = zip(operands, arguments.positional).map { slot(of: $0, at: $1.place) }
    var types = callers[caller.identifier]
    for (index, operand) in operands.enumerated() {
      if index < types.count {
        types[index] = types[index].map { $0.joined(with: operand.type) }
      } else {
        types.append(operand.type)
      }
    }
    callers[caller.identifier] = types
    emitCallBody(caller, slots, at: place)
  }

  mutating func emitCallBody(_ caller: CallerBinding, _ slots: [Int32], at place: Place) {
    let block = blocks[caller.identifier]
    let pairs = block.parameters.enumerated().flatMap { index, target in
      [slots.indices.contains(index) ? slots[index] : constantSlot(.undefined("")), target]
    }
    if slots.count > block.parameters.count {
      return refuse(
        TemplatingCodes.arguments,
        "this call block takes \(countText(block.parameters.count, "argument")), `caller` gives "
          + "\(slots.count)", at: place)
    }
    functions[current].callSites.append((codeCount, block.function))
    emit(
      .callBody, [accessible(caller.closure).slot, 0, Int32(block.parameters.count)] + pairs,
      at: place)
  }
}

internal import Basics

extension Compiler {
  mutating func loop(_ loop: Loop) {
    let list = value(loop.sequence)
    requireList(list.type, loop.sequence)
    if loop.isRecursive { return recursiveLoop(loop, over: list) }
    run(loop, over: list, recursion: nil)
  }

  mutating func requireList(_ type: StaticType, _ expression: Expression) {
    guard type.element == nil else { return }
    reportStrict(
      TemplatingCodes.type, "\(spokenName(expression)) is \(type.spoken), not a list",
      at: expression.place)
  }

  mutating func run(_ loop: Loop, over given: Operand, recursion: RecursiveLoop?) {
    let place = loop.sequence.place
    let element = given.type.element ?? .any
    var list = given
    if let condition = loop.condition {
      list = filtered(given, loop.target, by: condition, element, at: place)
    }
    let base = newSlot(Int32(LoopField.slots))
    let emptySite = emitJump(.loopStart, [base, list.slot, list.field], at: place)
    let start = label()
    context = context.settled
    let outside = (context: context, present: present)
    loops.append(
      OpenLoop(
        context: context, captureDepth: captureDepth, function: current, escapes: escapes))
    let binding = LoopBinding(
      slot: base, owner: frame, element: element, recursion: recursion)
    scopes.append(Scope(owner: frame))
    scopes.last?.bindings["loop"] = .loop(binding)
    bindTarget(loop.target, made(base, element))
    nodes(loop.body)
    scopes.removeLast()
    requireSameContext(outside.context, at: loop.place, what: "the loop body")
    present = outside.present
    let open = loops.removeLast()
    for site in open.continueSites { land(site) }
    emitJump(.loopNext, afterLiteral: .textLoopNext, [base], to: start, at: place)
    finishLoop(loop, emptySite: emptySite, breakSites: open.breakSites)
  }

  mutating func finishLoop(_ loop: Loop, emptySite: Int, breakSites: [Int]) {
    context = context.settled
    let before = context
    if loop.otherwise.isEmpty {
      land(emptySite)
    } else {
      let endSite = emitJump(.jump, at: loop.place)
      land(emptySite)
      inScope { $0.nodes(loop.otherwise) }
      requireSameContext(before, at: loop.place, what: "the `else` of the loop")
      land(endSite)
    }
    for site in breakSites { land(site) }
  }

  mutating func bindTarget(_ target: Target, _ element: Operand) {
    if case .name(let name, _) = target {
      scopes.last?.bindings[name] = .value(element)
    } else {
      assign(target, element)
    }
  }

  /// `for x in xs if …`: a list of what passes, so that `loop.length` counts only that.
  mutating func filtered(
    _ list: Operand, _ target: Target, by condition: Expression, _ element: StaticType,
    at place: Place
  ) -> Operand {
    let kept = newSlot()
    emit(.newList, [kept, slot(of: list, at: place)], at: place)
    let base = newSlot(Int32(LoopField.slots))
    let emptySite = emitJump(.loopStart, [base, list.slot, list.field], at: place)
    let start = label()
    inScope { compiler in
      compiler.bindTarget(target, compiler.made(base, element))
      let test = compiler.anyValue(condition)
      let site = compiler.emitJump(
        .jumpIfFalse, [test.slot, test.field], at: condition.place)
      compiler.emit(.append, [kept, base], at: place)
      compiler.land(site)
    }
    emitJump(.loopNext, afterLiteral: .textLoopNext, [base], to: start, at: place)
    land(emptySite)
    return made(kept, .list(element))
  }

  /// A recursive loop is a function of a list and a depth; `loop(children)` calls it again.
  mutating func recursiveLoop(_ loop: Loop, over list: Operand) {
    let place = loop.place
    let captured = capturedVariables()
    let function = newFunction()
    let arguments = [slot(of: list, at: place), constantSlot(.integer(0))]
    context = context.settled
    let outside = context
    inFunction(function) { compiler in
      let parameter = compiler.made(compiler.newSlot(), list.type)
      let depth = compiler.made(compiler.newSlot(), .integer)
      compiler.bindCaptured(captured)
      let recursion = RecursiveLoop(
        function: function, depth: depth, captured: captured, list: list.type, context: outside)
      compiler.run(loop, over: parameter, recursion: recursion)
      compiler.emit(.returns, [], at: place)
    }
    context = outside
    emitCall(function, arguments, captured, at: place)
  }

  /// `loop(children)` inside a recursive loop.
  mutating func recur(_ loop: LoopBinding, _ arguments: Arguments, at place: Place) {
    guard let recursion = loop.recursion else {
      return report(
        TemplatingCodes.type, "this loop is not recursive", at: place,
        fix: "write `recursive` at the end of its `for`")
    }
    guard arguments.positional.count == 1, arguments.named.isEmpty else {
      return refuse(TemplatingCodes.arguments, "`loop` takes one list", at: place)
    }
    let list = value(arguments.positional[0])
    requireList(list.type, arguments.positional[0])
    if isStrict, list.type != recursion.list, list.type != .any {
      report(
        TemplatingCodes.type,
        "`loop` runs over \(recursion.list.spoken), it cannot run over \(list.type.spoken) of others",
        at: arguments.positional[0].place)
    }
    requireSameContext(recursion.context, at: place, what: "what the loop calls")
    let depth = added(1, to: accessible(recursion.depth), at: place)
    let slots = [slot(of: list, at: place), depth.slot]
    emitCall(recursion.function, slots, recursion.captured, at: place)
  }
}

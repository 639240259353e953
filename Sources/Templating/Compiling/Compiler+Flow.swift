internal import Basics

// Branches and loops.
extension Compiler {
  mutating func branch(_ branches: [Branch], _ otherwise: [Node], at place: Place) {
    var names: Set<String> = []
    for branch in branches { names.formUnion(branch.body.assignedNames) }
    names.formUnion(otherwise.assignedNames)
    for name in names.sorted() { declare(name, at: place) }
    context = context.settled
    var merge = BranchMerge(start: context, types: variableTypes(names), present: present)
    var falseFacts: Set<String> = []
    var isExhaustive = false
    for branch in branches where !isExhaustive {
      present = merge.present.union(falseFacts)
      let test = truth(anyValue(branch.condition), at: branch.condition.place)
      if let known = test.constant, !known.isTrue { continue }
      isExhaustive = test.constant != nil
      let site =
        isExhaustive
        ? nil : emitJump(.jumpIfFalse, [test.slot, test.field], at: branch.condition.place)
      present.formUnion(facts(branch.condition, when: true))
      body(branch.body, &merge, at: branch.place)
      if let site {
        merge.endSites.append(emitJump(.jump, at: branch.place))
        land(site)
      }
      falseFacts.formUnion(facts(branch.condition, when: false))
    }
    if !isExhaustive {
      present = merge.present.union(falseFacts)
      body(otherwise, &merge, at: place)
    }
    for site in merge.endSites { land(site) }
    finish(merge)
  }

  /// One way through a branching; the next one starts where this one did.
  private mutating func body(_ nodes: [Node], _ merge: inout BranchMerge, at place: Place) {
    setVariableTypes(merge.types)
    context = merge.start
    isUnreachable = false
    self.nodes(nodes)
    let ends = isUnreachable
    requireSameContext(merge.start, at: place, what: "this branch")
    if !ends {
      merge.ends.append(variableTypes(merge.types.keys))
      merge.end = merge.end?.merged(with: context) ?? context
      merge.presentAtEnd = merge.presentAtEnd?.intersection(present) ?? present
    }
  }

  private mutating func finish(_ merge: BranchMerge) {
    context = merge.end ?? merge.start
    isUnreachable = merge.end == nil
    present = merge.presentAtEnd ?? merge.present
    var types = merge.types
    for name in types.keys {
      let ends = merge.ends.compactMap { $0[name] }
      if let first = ends.first {
        types[name] = ends.dropFirst().reduce(first) { $0.joined(with: $1) }
      }
    }
    setVariableTypes(types)
    if types.keys.contains(where: { merge.types[$0] != types[$0] }) { scopes.last?.version += 1 }
  }

  /// Makes a variable of this scope for a name that a branch sets, holding what the name meant before.
  private mutating func declare(_ name: String, at place: Place) {
    guard let scope = scopes.last else { return }
    if case .value(let known)? = scope.bindings[name], known.isVariable { return }
    var before = constant(.undefined(name))
    if case .value(let outer)? = binding(name) { before = accessible(outer) }
    var new = variable(before, at: place)
    new.isVariable = true
    new.constant = nil
    scope.bindings[name] = .value(new)
  }

  private func variableTypes(_ names: some Sequence<String>) -> [String: StaticType] {
    var types: [String: StaticType] = [:]
    for name in names {
      if case .value(let operand)? = scopes.last?.bindings[name] { types[name] = operand.type }
    }
    return types
  }

  private func setVariableTypes(_ types: [String: StaticType]) {
    for (name, type) in types {
      guard case .value(var operand)? = scopes.last?.bindings[name] else { continue }
      operand.type = type
      scopes.last?.bindings[name] = .value(operand)
    }
  }

  /// `break` and `continue`.
  mutating func leave(at place: Place, continues: Bool) {
    let name = continues ? "continue" : "break"
    guard let loop = loops.last, loop.function == current else {
      return report(TemplatingCodes.syntax, "`\(name)` stands outside of a loop", at: place)
    }
    guard loop.captureDepth == captureDepth else {
      return report(
        TemplatingCodes.unsupported, "`\(name)` cannot leave a `set` or `filter` block", at: place)
    }
    requireSameContext(loop.context, at: place, what: "the loop body")
    let site = emitJump(.jump, at: place)
    if continues {
      loops[loops.count - 1].continueSites.append(site)
    } else {
      loops[loops.count - 1].breakSites.append(site)
    }
    isUnreachable = true
  }
}

/// What the ways through a branching have in common when they meet again.
struct BranchMerge {
  let start: HTMLContext
  let types: [String: StaticType]
  let present: Set<String>
  var ends: [[String: StaticType]] = []
  var end: HTMLContext?
  var presentAtEnd: Set<String>?
  var endSites: [Int] = []

  init(start: HTMLContext, types: [String: StaticType], present: Set<String>) {
    self.start = start
    self.types = types
    self.present = present
  }
}

// MARK: Loops

extension Compiler {
  mutating func loop(_ loop: Loop) {
    let list = value(loop.sequence)
    requireList(list.type, loop.sequence)
    if loop.isRecursive { return recursiveLoop(loop, over: list) }
    run(loop, over: list, recursion: nil)
  }

  private mutating func requireList(_ type: StaticType, _ expression: Expression) {
    guard type.element == nil else { return }
    reportStrict(
      TemplatingCodes.type, "\(spokenName(expression)) is \(type.spoken), not a list",
      at: expression.place)
  }

  private mutating func run(_ loop: Loop, over given: Operand, recursion: RecursiveLoop?) {
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
      OpenLoop(context: context, captureDepth: captureDepth, function: current))
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
    emitJump(.loopNext, [base], to: start, at: place)
    finishLoop(loop, emptySite: emptySite, breakSites: open.breakSites)
  }

  private mutating func finishLoop(_ loop: Loop, emptySite: Int, breakSites: [Int]) {
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

  private mutating func bindTarget(_ target: Target, _ element: Operand) {
    if case .name(let name, _) = target {
      scopes.last?.bindings[name] = .value(element)
    } else {
      assign(target, element)
    }
  }

  /// `for x in xs if …`: a list of what passes, so that `loop.length` counts only that.
  private mutating func filtered(
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
    emitJump(.loopNext, [base], to: start, at: place)
    land(emptySite)
    return made(kept, .list(element))
  }

  /// A recursive loop is a function of a list and a depth; `loop(children)` calls it again.
  private mutating func recursiveLoop(_ loop: Loop, over list: Operand) {
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
      return report(TemplatingCodes.arguments, "`loop` takes one list", at: place)
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

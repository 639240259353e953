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
  mutating func body(_ nodes: [Node], _ merge: inout BranchMerge, at place: Place) {
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

  mutating func finish(_ merge: BranchMerge) {
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
  mutating func declare(_ name: String, at place: Place) {
    guard let scope = scopes.last else { return }
    if case .value(let known)? = scope.bindings[name], known.isVariable { return }
    var before = constant(.undefined(name))
    if case .value(let outer)? = binding(name) { before = accessible(outer) }
    var new = variable(before, at: place)
    new.isVariable = true
    new.constant = nil
    scope.bindings[name] = .value(new)
  }

  func variableTypes(_ names: some Sequence<String>) -> [String: StaticType] {
    var types: [String: StaticType] = [:]
    for name in names {
      if case .value(let operand)? = scopes.last?.bindings[name] { types[name] = operand.type }
    }
    return types
  }

  func setVariableTypes(_ types: [String: StaticType]) {
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
    if loop.escapes != escapes {
      emit(.escaping, [loop.escapes ? 1 : 0], at: place)
    }
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

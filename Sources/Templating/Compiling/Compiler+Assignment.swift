internal import Basics

// `set`, `with` and what is captured.
extension Compiler {
  mutating func set(_ target: Target, _ value: Expression) {
    if case .tuple(let targets, _) = target, case .tuple(let values) = value.kind,
      targets.count == values.count
    {
      // All values first: `set a, b = b, a`.
      let operands = values.map { value in
        let operand = anyValue(value)
        return variable(operand, at: value.place)
      }
      for (target, operand) in zip(targets, operands) { assign(target, operand) }
      return
    }
    // `set outer = loop` keeps a loop within reach of the loops inside it.
    if case .name(let name, _) = target, case .name(let source) = value.kind,
      case .loop(let loop)? = binding(source)
    {
      scopes.last?.bindings[name] = .loop(loop)
      return
    }
    assign(target, anyValue(value))
  }

  /// Gives a value to a name, to a field of a namespace, or its elements to several.
  mutating func assign(_ target: Target, _ operand: Operand) {
    switch target {
    case .name(let name, let place): bind(name, operand, at: place)
    case .field(let name, let field, let place):
      let namespace = named(name, at: place)
      if namespace.type != .namespace {
        reportStrict(
          TemplatingCodes.type, "`\(name)` is not a namespace", at: place,
          fix: "write `{% set \(name) = namespace() %}` first")
      }
      let slots = [slot(of: namespace, at: place), constantSlot(.text(field))]
      emit(.setField, slots + [slot(of: operand, at: place)], at: place)
    case .tuple(let targets, let place): unpack(operand, targets, at: place)
    }
  }

  mutating func unpack(_ operand: Operand, _ targets: [Target], at place: Place) {
    let source = slot(of: operand, at: place)
    let slots = targets.map { _ in newSlot() }
    emit(.unpack, [source, Int32(targets.count)] + slots, at: place)
    let types = unpackedTypes(operand.type, targets.count, at: place)
    for (index, target) in targets.enumerated() {
      assign(target, made(slots[index], types[index]))
    }
  }

  mutating func unpackedTypes(_ type: StaticType, _ count: Int, at place: Place)
    -> [StaticType]
  {
    switch type {
    case .tuple(let items) where items.count == count: return items
    case .group(let element) where count == 2: return [.any, .list(element)]
    case .any, .undefined: break
    case .tuple(let items):
      reportStrict(
        TemplatingCodes.type, "\(items.count) values cannot be given to \(count) names", at: place)
    default:
      if let element = type.element { return Array(repeating: element, count: count) }
      reportStrict(
        TemplatingCodes.type, "\(type.spoken) cannot be given to \(count) names", at: place)
    }
    return Array(repeating: .any, count: count)
  }

  /// Binds a name in the innermost scope; a variable of that scope keeps its slot.
  mutating func bind(_ name: String, _ operand: Operand, at place: Place) {
    guard let scope = scopes.last else { return }
    if case .value(let known)? = scope.bindings[name], known.isVariable,
      known.owner == frame || known.slot >= 0
    {
      emit(.move, [known.slot, operand.slot, operand.field], at: place)
      var changed = known
      changed.type = operand.type
      changed.path = "#\(identifier())"
      if known.type != operand.type { scope.version += 1 }
      scope.bindings[name] = .value(changed)
      return
    }
    var new = variable(operand, at: place)
    new.isVariable = true
    scope.bindings[name] = .value(new)
    scope.version += 1
  }

  mutating func setBlock(_ target: Target, _ filter: Expression, _ body: [Node]) {
    let captured = capture(at: target.place) { $0.nodes(body) }
    let operand = filteredBody(filter, captured)
    guard !isStrict, escapes, operand.type != .html else { return assign(target, operand) }
    // Jinja2 makes markup even of a number that a filter gives.
    let source = slot(of: operand, at: target.place)
    assign(target, emitFilter(.safe, [source], .html, at: target.place))
  }

  mutating func filterBlock(_ filter: Expression, _ body: [Node]) {
    let captured = capture(at: filter.place) { $0.nodes(body) }
    let operand = filteredBody(filter, captured)
    guard isStrict else { return emitValue(operand, escapes ? .text : .plain, at: filter.place) }
    switch context.action(operand.type) {
    case .success(let escaper): emitValue(operand, escaper, at: filter.place)
    case .failure(let fault): report(fault.code, fault.message, at: filter.place, fix: fault.fix)
    }
  }

  mutating func filteredBody(_ filter: Expression, _ body: Operand) -> Operand {
    let before = capturedBody
    capturedBody = body
    defer { capturedBody = before }
    return value(filter)
  }

  /// Runs code whose output becomes a value instead: markup that starts and ends in text.
  mutating func capture(at place: Place, _ compile: (inout Compiler) -> Void) -> Operand {
    let outer = context
    let wasSilent = isSilent
    isSilent = false
    context = HTMLContext(outer.format)
    emit(.captureStart, [], at: place)
    captureDepth += 1
    compile(&self)
    captureDepth -= 1
    requireSameContext(HTMLContext(outer.format), at: place, what: "what is captured")
    context = outer
    isSilent = wasSilent
    let target = newSlot()
    emit(.captureEnd, [target, escapes ? 1 : 0], at: place)
    return made(target, escapes ? .html : .text)
  }

  mutating func with(
    _ pairs: [(target: Target, value: Expression)], _ body: [Node]
  ) {
    // Every value is computed before any name is bound: in `with a=2, b=a`, `b` is the outer `a`.
    let operands = pairs.map { pair in
      let operand = anyValue(pair.value)
      return variable(operand, at: pair.value.place)
    }
    inScope { compiler in
      for (pair, operand) in zip(pairs, operands) { compiler.assign(pair.target, operand) }
      compiler.nodes(body)
    }
  }

  mutating func inScope(_ compile: (inout Compiler) -> Void) {
    scopes.append(Scope(owner: frame))
    compile(&self)
    scopes.removeLast()
  }

  /// Tells the machine too, since filters join texts with markup by it.
  mutating func setEscapes(_ isOn: Bool) {
    guard isOn != escapes else { return }
    escapes = isOn
    emitEscapes()
  }

  mutating func emitEscapes() {
    let place = functions[current].places.last?.place ?? Place(source: 0, 0..<0)
    emit(.escaping, [escapes ? 1 : 0], at: place)
  }

  mutating func autoescape(_ flag: Expression, _ body: [Node]) {
    guard case .boolean(let isOn) = flag.kind, isOn || !isStrict else {
      report(
        TemplatingCodes.unsupported, "escaping cannot be switched off", at: flag.place,
        fix: "give the page an `html` value for markup")
      return
    }
    let before = escapes
    setEscapes(isOn)
    inScope { $0.nodes(body) }
    setEscapes(before)
  }
}

internal import Basics

// Templates inside templates: inheritance, includes, imports.
extension Compiler {
  /// Writes a template with all it extends into the running code.
  mutating func template(_ name: String) {
    guard let chain = ancestry(name) else { return }
    let outer = (unit, self.chain, blockStack)
    unit = Unit(name: name, scopeCount: scopes.count)
    var levels: [[String]] = []
    for template in chain {
      levels.append(self.chain)
      collectBlocks(template)
      self.chain = self.chain + extendsNote(template)
    }
    openTemplates += chain.map(\.name)
    blockStack = []
    for (index, template) in chain.enumerated() {
      self.chain = levels[index]
      let isLast = index == chain.count - 1
      write(template, isLast: isLast)
    }
    openTemplates.removeLast(chain.count)
    (unit, self.chain, blockStack) = outer
  }

  /// A template that extends another writes what stands before `extends`; after it, nothing.
  private mutating func write(_ template: ParsedTemplate, isLast: Bool) {
    guard !isLast else { return nodes(template.nodes) }
    let wasSilent = isSilent
    for node in template.nodes {
      if case .extends = node.kind {
        isSilent = true
      } else {
        nodes([node])
      }
    }
    isSilent = wasSilent
  }

  /// The template and what it extends, most derived first; nil when one is missing.
  private mutating func ancestry(_ name: String) -> [ParsedTemplate]? {
    guard var template = library.templates[name] else {
      report(
        TemplatingCodes.missingTemplate, "there is no template `\(name)`",
        at: Place(source: 0, 0..<0), fix: suggestion(for: name, among: library.names))
      return nil
    }
    var found = [template]
    while let (names, place) = template.parent {
      guard let parent = chosen(names, at: place, ignoresMissing: false) else { return nil }
      guard !found.contains(where: { $0.name == parent.name }) else {
        report(
          TemplatingCodes.missingTemplate, "`\(parent.name)` extends itself", at: place)
        return nil
      }
      found.append(parent)
      template = parent
    }
    return found
  }

  private func extendsNote(_ template: ParsedTemplate) -> [String] {
    template.parent.map { ["extended by \(spoken($0.place))"] } ?? []
  }

  /// The template a tag names, the first of several that exists.
  private mutating func chosen(
    _ names: TemplateNames, at place: Place, ignoresMissing: Bool
  ) -> ParsedTemplate? {
    switch names {
    case .one(let name, let namePlace):
      if let found = library.templates[name] { return found }
      if !ignoresMissing { reportMissing([name], at: namePlace) }
    case .firstOf(let candidates):
      for (name, _) in candidates {
        if let found = library.templates[name] { return found }
      }
      if !ignoresMissing { reportMissing(candidates.map(\.0), at: place) }
    case .computed(let expression):
      report(
        TemplatingCodes.unsupported, "the name of a template must be written as a string",
        at: expression.place, fix: "choose between several with `if`")
    }
    return nil
  }

  private mutating func reportMissing(_ names: [String], at place: Place) {
    let list = names.map { "`\($0)`" }.joined(separator: " or ")
    report(
      TemplatingCodes.missingTemplate, "there is no template \(list)", at: place,
      fix: suggestion(for: names.first ?? "", among: library.names))
  }

  // MARK: Blocks

  private mutating func collectBlocks(_ template: ParsedTemplate) {
    var seen: [String: Place] = [:]
    for block in template.nodes.blocks {
      if seen[block.name] != nil {
        report(
          TemplatingCodes.inheritance, "the block `\(block.name)` stands twice in this template",
          at: block.place, fix: "call it again with `{{ self.\(block.name)() }}`")
      }
      seen[block.name] = block.place
      unit.blocks[block.name, default: []].append(BlockLevel(block: block, chain: chain))
    }
  }

  mutating func block(_ block: Block) {
    guard let first = unit.blocks[block.name]?.first else { return }
    if first.block.isRequired {
      report(
        TemplatingCodes.inheritance, "the block `\(block.name)` must be filled",
        at: first.block.place, fix: "write `{% block \(block.name) %}` in \(unit.name)")
    }
    writeBlock(block.name, level: 0, isScoped: block.isScoped)
  }

  /// Writes one level of a block: 0 is the most derived one.
  mutating func writeBlock(_ name: String, level: Int, isScoped: Bool) {
    guard let levels = unit.blocks[name], levels.indices.contains(level) else { return }
    let found = levels[level]
    let outer = (scopes, chain, loops)
    if !isScoped { scopes = Array(scopes.prefix(unit.scopeCount)) }
    loops = []
    chain = found.chain
    blockStack.append(OpenBlock(name: name, level: level, isScoped: isScoped))
    context = context.settled
    let start = context
    inScope { $0.nodes(found.block.body) }
    requireSameContext(start, at: found.block.place, what: "the block")
    blockStack.removeLast()
    (scopes, chain, loops) = outer
  }

  /// `super()`: the block this one replaces.
  mutating func writeSuper(at place: Place) {
    guard let open = blockStack.last else {
      return report(
        TemplatingCodes.inheritance, "`super()` stands outside of a block", at: place)
    }
    guard let levels = unit.blocks[open.name], levels.indices.contains(open.level + 1) else {
      return report(
        TemplatingCodes.inheritance, "there is no block `\(open.name)` above this one", at: place)
    }
    writeBlock(open.name, level: open.level + 1, isScoped: open.isScoped)
  }

  /// `self.name()`: a block once more.
  mutating func writeSelf(_ name: String, at place: Place) {
    guard unit.blocks[name] != nil else {
      return report(
        TemplatingCodes.inheritance, "there is no block `\(name)`", at: place,
        fix: suggestion(for: name, among: unit.blocks.keys))
    }
    guard !blockStack.contains(where: { $0.name == name && $0.level == 0 }) else {
      return report(TemplatingCodes.limit, "the block `\(name)` writes itself", at: place)
    }
    writeBlock(name, level: 0, isScoped: false)
  }

  // MARK: Includes and imports

  mutating func include(_ include: Include, at place: Place) {
    guard
      let template = chosen(include.names, at: place, ignoresMissing: include.ignoresMissing),
      isNotOpen(template.name, at: place)
    else { return }
    let outer = (scopes, chain, loops)
    context = context.settled
    let start = context
    chain.append("included from \(spoken(place))")
    if !include.withContext { scopes = [] }
    scopes.append(Scope(owner: frame))
    loops = []
    self.template(template.name)
    (scopes, chain, loops) = outer
    requireSameContext(start, at: place, what: "the included template")
  }

  private mutating func isNotOpen(_ name: String, at place: Place) -> Bool {
    guard openTemplates.contains(name) else { return true }
    report(
      TemplatingCodes.missingTemplate, "`\(name)` leads back to itself", at: place,
      fix: "use a macro or a recursive loop")
    return false
  }

  mutating func importModule(
    _ names: TemplateNames, as alias: String, withContext: Bool, at place: Place
  ) {
    guard let module = module(names, withContext: withContext, at: place) else { return }
    scopes.last?.bindings[alias] = .module(module)
  }

  mutating func importNames(
    _ names: TemplateNames, _ imported: [ImportedName], withContext: Bool, at place: Place
  ) {
    guard let module = module(names, withContext: withContext, at: place) else { return }
    for name in imported {
      if let found = module.bindings[name.name] {
        scopes.last?.bindings[name.alias] = found
      } else {
        reportStrict(
          TemplatingCodes.unknownName, "the template has no `\(name.name)` to import",
          at: name.place, fix: suggestion(for: name.name, among: module.bindings.keys))
        scopes.last?.bindings[name.alias] = .value(constant(.undefined(name.alias)))
      }
    }
  }

  /// Runs the assignments and definitions of a template; its text is not shown.
  private mutating func module(
    _ names: TemplateNames, withContext: Bool, at place: Place
  ) -> Scope? {
    guard let template = chosen(names, at: place, ignoresMissing: false),
      isNotOpen(template.name, at: place)
    else { return nil }
    if !withContext, let known = modules[template.name] { return known }
    let outer = (scopes, unit, chain, loops, isSilent, blockStack, context)
    let module = Scope(owner: frame)
    scopes = withContext ? scopes + [module] : [module]
    unit = Unit(name: template.name, scopeCount: scopes.count)
    chain.append("imported from \(spoken(place))")
    (loops, blockStack) = ([], [])
    isSilent = true
    openTemplates.append(template.name)
    for node in template.nodes where !node.isData { nodes([node]) }
    openTemplates.removeLast()
    (scopes, unit, chain, loops, isSilent, blockStack, context) = outer
    // Variables are set where the import stands, so only macros can be shared by several imports.
    if !withContext, module.isConstant { modules[template.name] = module }
    return module
  }
}

extension Scope {
  /// Whether nothing in it needs code to have run.
  fileprivate var isConstant: Bool {
    bindings.values.allSatisfy { binding in
      if case .macro = binding { true } else { false }
    }
  }
}

extension Node {
  fileprivate var isData: Bool {
    if case .data = kind { true } else { false }
  }
}

extension ParsedTemplate {
  /// What `extends` at the top of it names.
  var parent: (names: TemplateNames, place: Place)? {
    for node in nodes {
      if case .extends(let names) = node.kind { return (names, names.place ?? node.place) }
    }
    return nil
  }
}

extension [Node] {
  /// All blocks in these nodes, also those inside other tags.
  var blocks: [Block] {
    flatMap { node -> [Block] in
      switch node.kind {
      case .block(let block): [block] + block.body.blocks
      default: node.bodies.flatMap(\.blocks)
      }
    }
  }
}

extension Node {
  /// The nodes inside this one.
  var bodies: [[Node]] {
    switch kind {
    case .loop(let loop): [loop.body, loop.otherwise]
    case .branch(let branches, let otherwise): branches.map(\.body) + [otherwise]
    case .setBlock(_, _, let body), .with(_, let body), .filterBlock(_, let body),
      .autoescape(_, let body):
      [body]
    case .block(let block): [block.body]
    case .macro(let macro), .callBlock(let macro, _): [macro.body]
    default: []
    }
  }
}

internal import Basics

// Blocks, `super()` and `self.name()`.
extension Compiler {
  mutating func collectBlocks(_ template: ParsedTemplate) {
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
    guard !blockStack.contains(where: { $0.name == block.name }) else {
      return report(
        TemplatingCodes.limit, "the block `\(block.name)` writes itself", at: block.place)
    }
    writeBlock(block.name, level: 0, isScoped: block.isScoped)
  }

  /// Writes one level of a block: 0 is the most derived one.
  mutating func writeBlock(_ name: String, level: Int, isScoped: Bool) {
    guard let levels = unit.blocks[name], levels.indices.contains(level),
      mayPlace(at: levels[level].block.place)
    else { return }
    let found = levels[level]
    let outer = (scopes, chain, loops)
    let before = escapes
    setEscapes(escapesByDefault)
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
    setEscapes(before)
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
}

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

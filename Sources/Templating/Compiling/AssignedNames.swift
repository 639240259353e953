extension [Node] {
  /// The names these nodes set in the scope they stand in: `set`, also inside `if`.
  var assignedNames: Set<String> {
    var names: Set<String> = []
    for node in self {
      switch node.kind {
      case .set(let target, _), .setBlock(let target, _, _): names.formUnion(target.names)
      case .branch(let branches, let otherwise):
        for branch in branches { names.formUnion(branch.body.assignedNames) }
        names.formUnion(otherwise.assignedNames)
      default: break
      }
    }
    return names
  }
}

extension Target {
  /// The plain names in it.
  var names: Set<String> {
    switch self {
    case .name(let name, _): [name]
    case .field: []
    case .tuple(let items, _): items.reduce(into: []) { $0.formUnion($1.names) }
    }
  }
}

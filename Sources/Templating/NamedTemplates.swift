/// Another template that a template names in `extends`, `include`, `import` or `from`.
package struct NamedTemplate: Sendable, Hashable {
  package enum Way: String, Sendable {
    case extends, includes, imports
  }

  package var way: Way
  package var name: String

  package init(way: Way, name: String) {
    self.way = way
    self.name = name
  }
}

extension TemplateSource {
  /// What it names, in the order of the text; nothing where it cannot be read.
  package var namedTemplates: [NamedTemplate] {
    let library = Library([self], options: TemplateOptions())
    return (library.templates[name]?.nodes ?? []).flatMap(\.named)
  }
}

extension Node {
  fileprivate var named: [NamedTemplate] {
    switch kind {
    case .extends(let names): names.all(.extends)
    case .include(let include): include.names.all(.includes)
    case .importModule(let names, _, _), .importNames(let names, _, _): names.all(.imports)
    case .loop(let loop): (loop.body + loop.otherwise).flatMap(\.named)
    case .branch(let branches, let otherwise):
      (branches.flatMap(\.body) + otherwise).flatMap(\.named)
    case .setBlock(_, _, let nodes), .with(_, let nodes), .filterBlock(_, let nodes),
      .autoescape(_, let nodes):
      nodes.flatMap(\.named)
    case .block(let block): block.body.flatMap(\.named)
    case .macro(let macro), .callBlock(let macro, _): macro.body.flatMap(\.named)
    case .data, .output, .set, .leave, .skip: []
    }
  }
}

extension TemplateNames {
  fileprivate func all(_ way: NamedTemplate.Way) -> [NamedTemplate] {
    switch self {
    case .one(let name, _): [NamedTemplate(way: way, name: name)]
    case .firstOf(let names): names.map { NamedTemplate(way: way, name: $0.0) }
    case .computed: []
    }
  }
}

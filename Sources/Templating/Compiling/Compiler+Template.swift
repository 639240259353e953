internal import Basics

// Templates inside templates: inheritance, includes, imports.
extension Compiler {
  /// Writes a template with all it extends into the running code.
  mutating func template(_ name: String) {
    guard let chain = ancestry(name) else { return }
    let outer = (unit, self.chain, blockStack)
    let before = escapes
    setEscapes(escapesByDefault)
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
    setEscapes(before)
  }

  /// A template that extends another writes what stands before `extends`; after it, nothing.
  mutating func write(_ template: ParsedTemplate, isLast: Bool) {
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
  mutating func ancestry(_ name: String) -> [ParsedTemplate]? {
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

  func extendsNote(_ template: ParsedTemplate) -> [String] {
    template.parent.map { ["extended by \(spoken($0.place))"] } ?? []
  }

  /// The template a tag names, the first of several that exists.
  mutating func chosen(
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

  mutating func reportMissing(_ names: [String], at place: Place) {
    let list = names.map { "`\($0)`" }.joined(separator: " or ")
    report(
      TemplatingCodes.missingTemplate, "there is no template \(list)", at: place,
      fix: suggestion(for: names.first ?? "", among: library.names))
  }

}

extension Scope {
  /// Whether nothing in it needs code to have run.
  var isConstant: Bool {
    bindings.values.allSatisfy { binding in
      if case .macro = binding { true } else { false }
    }
  }
}

extension Node {
  var isData: Bool {
    if case .data = kind { true } else { false }
  }
}

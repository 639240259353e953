internal import Basics

// Includes and imports.
extension Compiler {
  mutating func include(_ include: Include, at place: Place) {
    guard
      let template = chosen(include.names, at: place, ignoresMissing: include.ignoresMissing),
      isNotOpen(template.name, at: place), mayPlace(at: place)
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

  mutating func isNotOpen(_ name: String, at place: Place) -> Bool {
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
  mutating func module(
    _ names: TemplateNames, withContext: Bool, at place: Place
  ) -> Scope? {
    guard let template = chosen(names, at: place, ignoresMissing: false),
      isNotOpen(template.name, at: place)
    else { return nil }
    if !withContext, let known = modules[template.name] { return known }
    let outer = (scopes, unit, chain, loops, isSilent, blockStack, context)
    let before = escapes
    setEscapes(escapesByDefault)
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
    setEscapes(before)
    // Variables are set where the import stands, so only macros can be shared by several imports.
    if !withContext, module.isConstant { modules[template.name] = module }
    return module
  }
}

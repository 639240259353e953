package import Basics

/// Templates parsed, checked against their page models and compiled; shared by all workers.
package struct TemplateSet: Sendable {
  let programs: [String: Program]
  let options: TemplateOptions
  /// Told how long each template takes; nil measures nothing.
  package var meter: TemplateMeter?
  /// What is written for a value of the site's data that is not there; `None` by itself.
  package var none: String?
  /// The memory of workers that are not rendering.
  private let idle = IdleMachines()

  /// All independent errors of all templates come in one run; the set is nil when there is one.
  package static func load(
    _ sources: [TemplateSource], entries: [TemplateEntry],
    options: TemplateOptions = TemplateOptions(), lookup: HostLookup? = nil
  ) -> (set: TemplateSet?, diagnostics: [Diagnostic]) {
    let library = Library(sources, options: options)
    var found = library.problems.map { ChainedProblem(problem: $0, chain: []) }
    var programs: [String: Program] = [:]
    // No text asks for an entry, so a missing one has no place to point at.
    let names = sources.map(\.name)
    let missing = entries.filter { !names.contains($0.template) }.map { entry in
      Diagnostic(
        TemplatingCodes.missingTemplate, "there is no template `\(entry.template)`",
        fix: suggestion(for: entry.template, among: names))
    }
    for entry in entries where names.contains(entry.template) {
      let (program, problems) = Compiler.program(
        entry, library: library, options: options, lookup: lookup)
      programs[entry.template] = program
      for problem in problems where !found.contains(where: { $0.problem == problem.problem }) {
        found.append(problem)
      }
    }
    let placed = found.map { $0.problem.diagnostic(in: library.sources, chain: $0.chain) }
    let diagnostics = (missing + placed).sortedByPlace()
    guard diagnostics.isEmpty else { return (nil, diagnostics) }
    return (TemplateSet(programs: programs, options: options), [])
  }

  /// Renders one page; `page` is a record in the model of the template's entry.
  package func render(
    _ template: String, _ page: TemplateValue
  ) throws(TemplateError) -> [UInt8] {
    guard let meter else { return try rendered(template, page) }
    return try meter.measure(template) { () throws(TemplateError) in
      try rendered(template, page)
    }
  }

  private func rendered(
    _ template: String, _ page: TemplateValue
  ) throws(TemplateError) -> [UInt8] {
    let program = try program(template)
    return try idle.lend(options) { (run) throws(TemplateError) in
      run.work.none = none
      try run.render(program, page)
      return Array(run.work.output.bytes)
    }
  }

  func program(_ template: String) throws(TemplateError) -> Program {
    if let program = programs[template] { return program }
    throw TemplateError(
      Diagnostic(
        TemplatingCodes.missingTemplate, "`\(template)` is not an entry of this set",
        fix: suggestion(for: template, among: programs.keys)))
  }
}

package import Basics

/// Templates parsed, checked against their page models and compiled; shared by all workers.
package struct TemplateSet: Sendable {
  /// All independent errors of all templates come in one run; the set is nil when there is one.
  package static func load(
    _ sources: [TemplateSource], entries: [TemplateEntry],
    options: TemplateOptions = TemplateOptions()
  ) -> (set: TemplateSet?, diagnostics: [Diagnostic]) {
    (nil, [])
  }

  /// Renders one page; `page` is a record in the model of the template's entry.
  package func render(
    _ template: String, _ page: TemplateValue
  ) throws(TemplateError) -> [UInt8] {
    var machine = TemplateMachine(self)
    return try machine.render(template, page)
  }
}

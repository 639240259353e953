/// One worker's memory for rendering page after page without allocating anew.
package struct TemplateMachine: ~Copyable {
  let set: TemplateSet

  package init(_ set: TemplateSet) {
    self.set = set
  }

  /// Renders one page; `page` is a record in the model of the template's entry.
  package mutating func render(
    _ template: String, _ page: TemplateValue
  ) throws(TemplateError) -> [UInt8] { [] }
}

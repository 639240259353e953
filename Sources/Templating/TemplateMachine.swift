internal import Basics

/// One worker's memory for rendering page after page without allocating anew.
package struct TemplateMachine: ~Copyable {
  let set: TemplateSet
  private var run: MachineRun
  /// The entry rendered last: pages of one kind come one after the other.
  private var last: (name: String, program: Program)?

  package init(_ set: TemplateSet) {
    self.set = set
    run = MachineRun(set.options)
  }

  /// Renders one page; `page` is a record in the model of the template's entry.
  package mutating func render(
    _ template: String, _ page: TemplateValue
  ) throws(TemplateError) -> [UInt8] {
    try start(template, page)
    return Array(run.work.output.bytes)
  }

  /// Renders one page and lends its bytes, without copying them.
  package mutating func render<Result>(
    _ template: String, _ page: TemplateValue, _ use: (UnsafeBufferPointer<UInt8>) -> Result
  ) throws(TemplateError) -> Result {
    try start(template, page)
    return use(run.work.output.bytes)
  }

  private mutating func start(_ template: String, _ page: TemplateValue) throws(TemplateError) {
    if let last, last.name == template { return try run.render(last.program, page) }
    let program = try set.program(template)
    last = (template, program)
    try run.render(program, page)
  }
}

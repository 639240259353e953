internal import Basics

extension SitePlan {
  /// With the pages that are made from what is published.
  func withDataPages(_ runner: QueryRunner, _ diagnostics: inout [Diagnostic]) -> SitePlan {
    guard sections.contains(where: { !$0.templateFiles.isEmpty }) else { return self }
    var sections = sections
    var due: [Timestamp] = []
    for index in sections.indices where !sections[index].templateFiles.isEmpty {
      for file in sections[index].templateFiles {
        guard let rows = file.fields.rows else { continue }
        let draft = PageTemplateDraft(file, self, diagnostics: &diagnostics)
        guard let template = draft.template(rows.value, runner, &diagnostics) else { continue }
        let maker = DataPageMaker(template, self, in: sections[index].path)
        sections[index].templates.append(template)
        sections[index].pages += maker.pages
        diagnostics += maker.diagnostics
        due += maker.due
      }
      sections[index].sort()
    }
    var plan = self
    plan.list(sections)
    plan.heldBack += due.count
    plan.nextDue = due.min()
    return plan
  }
}

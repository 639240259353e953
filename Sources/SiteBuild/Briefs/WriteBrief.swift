package import Basics
internal import LinkDirectory
internal import Templating

/// A brief as one file, or why there is none.
package struct BriefResult: Sendable {
  /// nil where something is wrong, or no department has the name.
  package var bytes: [UInt8]?
  package var diagnostics: [Diagnostic]
  /// The names of all departments, sorted.
  package var departments: [String]
}

/// Writes the brief of one department, called by its file's name or its address, in one form.
package func writeBrief(
  of department: String, as form: BriefForm, to readers: [Mailbox] = [], _ input: SiteInput,
  _ settings: BuildSettings
) -> BriefResult {
  var diagnostics: [Diagnostic] = []
  let prepared = PreparedSite(input, settings, diagnostics: &diagnostics)
  let files = prepared.plan.content.departments
  var result = BriefResult(
    bytes: nil, diagnostics: diagnostics, departments: files.map(\.slug).sorted())
  let index = files.firstIndex { [$0.slug, $0.addressName].contains(department) }
  guard let renderer = prepared.renderer, let index else { return result }
  let writer = BriefWriter(BriefMaker(renderer, files[index], index).brief, renderer)
  do throws(TemplateError) {
    result.bytes = try writer.bytes(form, to: readers)
  } catch {
    result.diagnostics.append(error.diagnostic)
  }
  result.diagnostics = result.diagnostics.sortedByPlace()
  return result
}

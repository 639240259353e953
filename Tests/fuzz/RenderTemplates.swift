internal import Basics
internal import Templating

/// Rendering: a template that loads renders or gives an error, within its limits.
@_cdecl("LLVMFuzzerTestOneInput")
func renderTemplates(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = FuzzInput(start, count)
  for checking in [TemplateOptions.Checking.strict, .lenient, .lenientStrictUndefined] {
    var options = input.options
    options.checking = checking
    let (set, _) = TemplateSet.load(
      input.sources, entries: [TemplateEntry(template: "page.html", model: input.model)],
      options: options)
    guard let set else { continue }
    do throws(TemplateError) {
      let page = try set.render("page.html", input.page)
      precondition(page.count <= options.limits.output, "a page keeps to its limit")
      let again = try set.render("page.html", input.page)
      precondition(again == page, "the same page twice")
    } catch {
      precondition(!error.diagnostic.text.isEmpty)
    }
  }
  return 0
}

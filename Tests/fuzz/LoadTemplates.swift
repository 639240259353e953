internal import Basics
internal import Templating

/// Lexer, parser, checker and compiler: any bytes load or give errors, and never a crash.
@_cdecl("LLVMFuzzerTestOneInput")
func loadTemplates(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = FuzzInput(start, count)
  for checking in [TemplateOptions.Checking.strict, .lenient] {
    var options = input.options
    options.checking = checking
    let (set, found) = TemplateSet.load(
      input.sources, entries: [TemplateEntry(template: "page.html", model: input.model)],
      options: options)
    precondition((set == nil) == found.hasErrors, "no set without an error, no error with a set")
    for diagnostic in found { precondition(!diagnostic.text.isEmpty) }
  }
  return 0
}

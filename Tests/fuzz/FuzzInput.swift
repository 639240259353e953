internal import Basics
internal import Templating

/// What the fuzzer's bytes mean: one byte of options, then templates with NUL between them.
struct FuzzInput {
  let sources: [TemplateSource]
  let options: TemplateOptions
  let model: RecordModel
  let page: TemplateValue

  init(_ start: UnsafePointer<UInt8>, _ count: Int) {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    var options = TemplateOptions()
    let flags = bytes.first ?? 0
    options.trimBlocks = flags & 1 != 0
    options.lstripBlocks = flags & 2 != 0
    options.keepTrailingNewline = flags & 4 != 0
    // Small limits keep one run short; they are reached all the same.
    options.limits.range = 200
    options.limits.output = 1 << 16
    self.options = options
    let names = ["page.html", "a", "b"]
    sources = zip(names, bytes.dropFirst().split(separator: 0, maxSplits: 2)).map { name, text in
      TemplateSource(name: name, text: SourceText(file: name, bytes: Array(text)))
    }
    (model, page) = RecordModel.inferred(from: Self.values, named: "context")
  }

  private static let values: [TemplateMapEntry] = [
    TemplateMapEntry("n", .integer(7)), TemplateMapEntry("f", .number(2.5)),
    TemplateMapEntry("t", .text("a <é> & 'b'")), TemplateMapEntry("y", .boolean(true)),
    TemplateMapEntry("nil", .none), TemplateMapEntry("xs", .list([.integer(3), .integer(1)])),
    TemplateMapEntry(
      "rows",
      .list([
        .map([TemplateMapEntry("a", .text("x")), TemplateMapEntry("b", .integer(1))]),
        .map([TemplateMapEntry("a", .text("y")), TemplateMapEntry("b", .integer(2))]),
      ])),
  ]
}

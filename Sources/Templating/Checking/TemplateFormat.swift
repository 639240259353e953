/// What a template writes: HTML, or plain text without escaping.
enum TemplateFormat: Sendable, Equatable {
  case html, text

  /// By the end of the template's name: `brief.txt` is text, all else HTML.
  init(_ template: String, _ options: TemplateOptions) {
    let isText = [".txt", ".csv", ".md", ".eml"].contains { template.hasSuffix($0) }
    self = isText && options.checking == .strict ? .text : .html
  }
}

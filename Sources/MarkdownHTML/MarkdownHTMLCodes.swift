package import Basics

/// What this module may find wrong with an author's Markdown and YAML.
package enum MarkdownHTMLCodes {
  package static let all: [DiagnosticCode] = []
}

internal import ArgumentParser
internal import Basics

/// How diagnostics are written.
enum DiagnosticFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}

/// Writes diagnostics to standard error: for people, or one JSON object a line.
struct DiagnosticPrinter {
  var console: Console
  var format: DiagnosticFormat

  func print(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      switch format {
      case .text:
        let text = console.usesColour ? coloured(diagnostic) : diagnostic.text
        console.line(text, to: .errors)
      case .json: console.write(diagnostic.json, to: .errors)
      }
    }
  }

  /// The severity in its colour; nothing else is coloured, so that the text stays the same.
  private func coloured(_ diagnostic: Diagnostic) -> String {
    let colour =
      switch diagnostic.severity {
      case .error: "31"
      case .warning: "33"
      case .note: "36"
      }
    let head = "\(diagnostic.severity.rawValue)[\(diagnostic.code.id)]"
    return "\u{1B}[1;\(colour)m\(head)\u{1B}[0m" + diagnostic.text.dropFirst(head.count)
  }
}

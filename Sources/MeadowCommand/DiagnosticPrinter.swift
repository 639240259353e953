internal import ArgumentParser
internal import Basics
internal import JSONText

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
      case .json: console.write(json(diagnostic), to: .errors)
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

  private func json(_ diagnostic: Diagnostic) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { object in
      object.field("code", diagnostic.code.id)
      object.field("severity", diagnostic.severity.rawValue)
      object.field("message", diagnostic.message)
      object.field("file", ifPresent: diagnostic.location?.file)
      object.field("line", ifPresent: diagnostic.location?.line)
      object.field("column", ifPresent: diagnostic.location?.column)
      object.field("length", ifPresent: diagnostic.excerpt?.length)
      object.field("fix", ifPresent: diagnostic.fix)
      object.array("notes") { notes in
        for note in diagnostic.notes { notes.string(note) }
      }
    }
    writer.endLine()
    return writer.bytes
  }
}

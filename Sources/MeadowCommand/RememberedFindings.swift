package import Basics
internal import JSONText

/// The findings of a build that needs not be done again: what was to be seen once is to be seen at
/// every build until it is mended.
package struct RememberedFindings {
  package var findings: [Diagnostic]

  package init(findings: [Diagnostic]) {
    self.findings = findings
  }

  /// One JSON object a line.
  package var lines: [UInt8] { findings.flatMap(\.json) }

  /// Reads ``lines``; nil where they were damaged, or another version of the program wrote them.
  package init?(reading lines: [UInt8]) {
    findings = []
    for line in lines.split(separator: UInt8(ascii: "\n")) {
      guard let value = try? JSONValue(parsing: Array(line)),
        let finding = Diagnostic(json: value)
      else { return nil }
      findings.append(finding)
    }
  }
}

extension Diagnostic {
  fileprivate init?(json: JSONValue) {
    guard let id = json["code"]?.string, let code = DiagnosticTable.code(id),
      let severity = json["severity"]?.string.flatMap(Severity.init(rawValue:)),
      let message = json["message"]?.string, let notes = json["notes"]?.array
    else { return nil }
    self.init(
      code, message, at: json.location, severity: severity, fix: json["fix"]?.string,
      notes: notes.compactMap(\.string))
    if let location, let line = json["source"]?.string, let length = json["length"]?.integer {
      excerpt = SourceExcerpt(location: location, line: line, length: length)
    }
  }
}

extension JSONValue {
  fileprivate var location: SourceLocation? {
    guard let file = self["file"]?.string, let line = self["line"]?.integer,
      let column = self["column"]?.integer
    else { return nil }
    return SourceLocation(file: file, line: line, column: column)
  }
}

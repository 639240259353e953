package import Basics
internal import JSONText
package import SiteBuild

/// What a build leaves for the next one: findings, since what was to be seen once is to be seen at
/// every build until it is mended, and the pages that need not be made again.
package struct BuildNotes {
  package var findings: [Diagnostic]
  private let pagesText: [UInt8]

  package init(findings: [Diagnostic], pages: RememberedPages) {
    self.findings = findings
    pagesText = pages.text
  }

  /// Read only where they are asked for: those of a large site take longer to read than it takes to
  /// see that nothing has changed. nil where their text was damaged.
  package var pages: RememberedPages? { RememberedPages(reading: pagesText) }

  /// One JSON object a line, an empty line, and the pages.
  package var text: [UInt8] {
    findings.flatMap(\.json) + [UInt8(ascii: "\n")] + pagesText
  }

  /// Reads ``text``; nil where the findings were damaged, or another version of the program wrote
  /// them.
  package init?(reading text: [UInt8]) {
    findings = []
    var rest = text[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      let line = rest[..<end]
      rest = rest[(end + 1)...]
      if line.isEmpty {
        pagesText = Array(rest)
        return
      }
      guard let value = try? JSONValue(parsing: Array(line)),
        let finding = Diagnostic(json: value)
      else { return nil }
      findings.append(finding)
    }
    return nil
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
      excerpt = SourceExcerpt(
        location: location, line: line, column: json["source_column"]?.integer, length: length)
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

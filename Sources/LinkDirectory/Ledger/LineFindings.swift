internal import Basics
internal import JSONText

/// Collects what is wrong with one line of a file, at places inside it.
struct LineFindings {
  let source: SourceText
  /// The line's bytes in the file, without its end.
  let range: Range<Int>
  private(set) var diagnostics: [Diagnostic] = []

  init(_ source: SourceText, _ range: Range<Int>) {
    self.source = source
    self.range = range
  }

  /// About the whole line.
  mutating func report(_ code: DiagnosticCode, _ message: String, fix: String? = nil) {
    report(code, message, at: 0..<1, fix: fix)
  }

  /// About a stretch that counts from the start of the line.
  mutating func report(
    _ code: DiagnosticCode, _ message: String, at place: Range<Int>, fix: String? = nil
  ) {
    let shifted = range.lowerBound + place.lowerBound..<range.lowerBound + place.upperBound
    diagnostics.append(Diagnostic(code, message, at: source.excerpt(of: shifted), fix: fix))
  }

  /// About a field's value.
  mutating func report(
    _ code: DiagnosticCode, _ message: String, at value: JSONValue, fix: String? = nil
  ) {
    report(code, message, at: value.offset..<value.offset + max(1, length(of: value)), fix: fix)
  }

  /// About a field's name.
  mutating func report(
    _ code: DiagnosticCode, _ message: String, atName field: JSONField, fix: String? = nil
  ) {
    let end = field.offset + field.name.utf8.count + 2
    report(code, message, at: field.offset..<end, fix: fix)
  }

  private func length(of value: JSONValue) -> Int {
    switch value.content {
    case .string(let text): text.utf8.count + 2
    case .integer(let number): number.description.utf8.count
    case .bool(let flag): flag ? 4 : 5
    default: 1
    }
  }
}

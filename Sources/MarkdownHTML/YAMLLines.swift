/// The lines of a YAML text, to look for the one that an author got wrong: libyaml points at where it
/// noticed, which may be lines below.
struct YAMLLines {
  private let lines: [ArraySlice<UInt8>]

  init(_ yaml: [UInt8]) {
    lines = yaml.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  }

  /// Whether `: ` stands in the line before the place: `a: b: c`.
  func hasColon(before place: YAMLPlace) -> Bool {
    isKey(String(String.UnicodeScalarView(scalars(of: place.line).prefix(place.column - 1))))
  }

  /// From a place to the end of its line.
  func rest(from place: YAMLPlace) -> YAMLPlace {
    let length = scalars(of: place.line).count - place.column + 1
    return YAMLPlace(line: place.line, column: place.column, length: max(length, 1))
  }

  /// The line whose colon was forgotten; YAML took it and what follows up to the next colon for one
  /// text. nil where the text goes on from a value above it, or the colon is the line's second one.
  ///
  ///     title First wait      ← this one
  ///     summary: b            ← `place`
  func lineWithoutColon(above place: YAMLPlace) -> YAMLPlace? {
    guard !hasColon(before: place) else { return nil }
    var first: Int?
    var line = place.line - 1
    while line >= 1, !isKey(text(of: line)) {
      if !text(of: line).allSatisfy(\.isWhitespace) { first = line }
      line -= 1
    }
    guard let first else { return nil }
    let goesOn = line >= 1 && !hasNoValue(line) && indent(of: first) > indent(of: line)
    return goesOn ? nil : rest(from: YAMLPlace(line: first, column: indent(of: first) + 1))
  }

  /// Without the blanks at its end, so that a carriage return is no part of it.
  private func scalars(of line: Int) -> String.UnicodeScalarView {
    guard lines.indices.contains(line - 1) else { return String.UnicodeScalarView() }
    var view = String(decoding: lines[line - 1], as: UTF8.self).unicodeScalars
    while let last = view.last, last == " " || last == "\t" || last == "\r" { view.removeLast() }
    return view
  }

  private func text(of line: Int) -> String { String(scalars(of: line)) }

  private func isKey(_ text: String) -> Bool { text.contains(": ") || text.hasSuffix(":") }

  private func hasNoValue(_ line: Int) -> Bool { text(of: line).hasSuffix(":") }

  private func indent(of line: Int) -> Int { scalars(of: line).prefix { $0 == " " }.count }
}

internal import Basics
internal import Yams

/// Says what is wrong with a YAML text, in the file's own lines and columns.
struct YAMLProblems {
  let origin: YAMLOrigin
  let source: SourceText

  func inFile(_ place: YAMLPlace) -> YAMLPlace {
    YAMLPlace(
      line: place.line + origin.line - 1, column: place.column + origin.columnsLeftOut,
      length: place.length)
  }

  func tooLarge(_ message: String, at place: YAMLPlace) -> Diagnostic {
    make(FrontMatterCodes.tooLarge, message, at: place, fix: "make it smaller or split the file")
  }

  func notUTF8() -> Diagnostic {
    make(
      FrontMatterCodes.syntax, "this YAML is not UTF-8", at: YAMLPlace(line: 1, column: 1),
      fix: "save the file as UTF-8")
  }

  func character(_ fault: CharacterFault, at place: YAMLPlace) -> Diagnostic {
    make(
      FrontMatterCodes.character, "this text holds \(fault.words)", at: place, fix: "remove it")
  }

  func badKey(at place: YAMLPlace) -> Diagnostic {
    if isValue(at: inFile(place)) {
      return make(
        FrontMatterCodes.badKey, "a text that begins with `{{` stands in quotes", at: place,
        fix: "write `\"{{ … }}\"`")
    }
    return make(
      FrontMatterCodes.badKey, "this key is not a text", at: place, fix: "write `name: value`")
  }

  /// Whether the braces there are those of `{{ row.room }}`, which YAML takes for maps.
  private func isValue(at place: YAMLPlace) -> Bool {
    let excerpt = source.excerpt(place)
    return excerpt.column >= 2
      && excerpt.line.unicodeScalars.dropFirst(excerpt.column - 2).starts(with: "{{".unicodeScalars)
  }

  func alias(at place: YAMLPlace) -> Diagnostic {
    make(
      FrontMatterCodes.alias, "aliases are not read", at: place,
      fix: "write the value out, or put the text in quotes")
  }

  func alias(at offset: Int, in yaml: [UInt8]) -> Diagnostic {
    let place = SourceText(file: "", bytes: yaml).location(at: offset)
    return alias(at: YAMLPlace(line: place.line, column: place.column))
  }

  func unknown(_ error: any Error) -> Diagnostic {
    make(
      FrontMatterCodes.syntax, "this is not readable as YAML: \(error)",
      at: YAMLPlace(line: 1, column: 1), fix: nil)
  }

  func diagnostic(_ error: YamlError, in yaml: [UInt8]) -> Diagnostic {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
      return syntax(problem, at: mark, in: yaml)
    case .composer(_, let problem, let mark, _):
      if problem.contains("undefined alias") {
        return alias(at: YAMLPlace(line: mark.line, column: mark.column))
      }
      return make(
        FrontMatterCodes.secondDocument, "a second YAML document starts here",
        at: YAMLPlace(line: mark.line, column: mark.column), fix: "remove the `---`")
    case .duplicatedKeysInMapping(let keys, let context):
      return keyTwice(keys.first ?? "", firstAt: context.mark, in: yaml)
    case .reader:
      return make(
        FrontMatterCodes.syntax, "this YAML holds a control character",
        at: place(ofControlIn: yaml), fix: "remove it")
    default:
      return unknown(error)
    }
  }

  /// The place of the second of two equal keys: the next line that starts so at the same column.
  private func keyTwice(_ key: String, firstAt mark: Mark, in yaml: [UInt8]) -> Diagnostic {
    let lines = yaml.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var second = mark.line
    for line in min(mark.line, lines.count)..<lines.count {
      let rest = lines[line].dropFirst(mark.column - 1)
      let isIndented = lines[line].prefix(mark.column - 1).allSatisfy { $0 == 0x20 }
      guard isIndented, startsWithKey(rest, key) else { continue }
      second = line + 1
      break
    }
    let place = YAMLPlace(line: second, column: mark.column, length: key.unicodeScalars.count)
    let first = inFile(YAMLPlace(line: mark.line, column: mark.column)).line
    return make(
      FrontMatterCodes.keyTwice, "the key `\(key)` is written twice, first on line \(first)",
      at: place, fix: "remove one")
  }

  private func startsWithKey(_ line: ArraySlice<UInt8>, _ key: String) -> Bool {
    ["\(key):", "\"\(key)\":", "'\(key)':"].contains { line.starts(with: $0.utf8) }
  }

  private func syntax(_ problem: String, at mark: Mark, in yaml: [UInt8]) -> Diagnostic {
    if problem.contains("nesting level") {
      let place = YAMLPlace(line: mark.line, column: mark.column)
      return tooLarge("this is nested more than \(YAMLLimits.depth) deep", at: place)
    }
    let words = yamlWords(for: problem)
    return make(
      FrontMatterCodes.syntax, words.message,
      at: YAMLPlace(line: mark.line, column: mark.column), fix: words.fix)
  }

  private func place(ofControlIn yaml: [UInt8]) -> YAMLPlace {
    let offset =
      yaml.firstIndex { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D || $0 == 0x7F } ?? 0
    let place = SourceText(file: "", bytes: yaml).location(at: offset)
    return YAMLPlace(line: place.line, column: place.column)
  }

  private func make(
    _ code: DiagnosticCode, _ message: String, at place: YAMLPlace, fix: String?
  ) -> Diagnostic {
    Diagnostic(code, message, at: source.excerpt(inFile(place)), fix: fix)
  }
}

extension CharacterFault {
  fileprivate var words: String {
    switch self {
    case .isControl: "a control character"
    case .overridesDirection: "a character that overrides the text direction"
    case .isReserved: "a private-use character that Meadow needs itself"
    case .isHidden: "a character that nobody sees"
    }
  }
}

/// What libyaml's terms mean to an author.
private func yamlWords(for problem: String) -> (message: String, fix: String?) {
  switch problem {
  case "mapping values are not allowed in this context":
    ("a second `: ` on a line", "put a value with a colon in quotes")
  case "could not find expected ':'":
    ("a line that is not `key: value`", "write `key: value`, or indent what belongs above")
  case "found character that cannot start any token":
    ("a character that cannot start a value", "put the value in quotes")
  case "found a tab character that violates indentation":
    ("a tab in the indent", "indent with spaces")
  case "did not find expected node content":
    ("a value that is missing or not closed", "close `[` with `]` and `{` with `}`")
  case "found unexpected end of stream":
    ("a quote that is not closed", "close the quote")
  case "did not find expected key":
    ("a line that does not fit those above", "indent it as the lines above, or quote the value")
  case "did not find expected alphabetic or numeric character":
    ("a `*` or `&` that starts a value", "put the value in quotes")
  case "did not find expected ',' or ']'":
    ("a list that is not closed", "close it with `]`")
  case "did not find expected ',' or '}'":
    ("a map that is not closed", "close it with `}`")
  default:
    ("not readable as YAML: \(problem)", nil)
  }
}

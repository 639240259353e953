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
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _):
      return syntax(problem, at: mark, begunAt: context?.mark, in: yaml)
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

  /// `begun`: where what libyaml was reading began, which for some problems is what an author looks
  /// for: the quote that is never closed, the line without its colon.
  private func syntax(
    _ problem: String, at mark: Mark, begunAt begun: Mark?, in yaml: [UInt8]
  ) -> Diagnostic {
    let place = YAMLPlace(line: mark.line, column: mark.column)
    if problem.contains("nesting level") {
      return tooLarge("this is nested more than \(YAMLLimits.depth) deep", at: place)
    }
    let begun = begun.map { YAMLPlace(line: $0.line, column: $0.column) }
    switch problem {
    case YAMLWords.secondColon:
      let lines = YAMLLines(yaml)
      if let line = lines.lineWithoutColon(above: place) { return syntax(.noKey, at: line) }
      return syntax(lines.hasColon(before: place) ? .colonTwice : .misfit, at: place)
    case YAMLWords.noColon:
      return syntax(.noKey, at: begun.map { YAMLLines(yaml).rest(from: $0) } ?? place)
    case YAMLWords.openQuote, YAMLWords.openQuoteAtDocument:
      return syntax(.quote, at: begun ?? place)
    default:
      return syntax(YAMLWords(problem), at: place)
    }
  }

  private func syntax(_ words: YAMLWords, at place: YAMLPlace) -> Diagnostic {
    make(FrontMatterCodes.syntax, words.message, at: place, fix: words.fix)
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

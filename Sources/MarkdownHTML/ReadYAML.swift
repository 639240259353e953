package import Basics
internal import Yams

/// Reads a whole YAML file: `site.yaml` → a map with the place of each key and value.
///
/// An empty file is an empty map. Throws the first thing that is wrong with its place.
package func readYAML(_ source: SourceText) throws(Diagnostic) -> YAMLValue {
  let hasMark = source.bytes.starts(with: [0xEF, 0xBB, 0xBF])
  return try readYAMLValue(
    hasMark ? Array(source.bytes.dropFirst(3)) : source.bytes,
    YAMLOrigin(line: 1, columnsLeftOut: 0), source)
}

/// Where in a file a YAML text stands.
struct YAMLOrigin {
  /// The line of its first line, counted from 1.
  var line: Int
  /// Columns in front of each of its lines that are no part of it.
  var columnsLeftOut: Int
}

/// Reads YAML that must be a map, or nothing.
func readYAMLMap(
  _ yaml: [UInt8], _ origin: YAMLOrigin, _ source: SourceText
) throws(Diagnostic) -> YAMLValue {
  let value = try readYAMLValue(yaml, origin, source)
  if value.entries != nil { return value }
  throw Diagnostic(
    FrontMatterCodes.notAMap, "expected lines of `key: value`, found \(value.kindText)",
    at: source.excerpt(value.place), fix: "write `key: value`")
}

private func readYAMLValue(
  _ yaml: [UInt8], _ origin: YAMLOrigin, _ source: SourceText
) throws(Diagnostic) -> YAMLValue {
  var simple = SimpleYAML(yaml, origin)
  if let value = simple.read() { return value }
  let problems = YAMLProblems(origin: origin, source: source)
  if yaml.count > YAMLLimits.bytes {
    throw problems.tooLarge("this YAML has \(yaml.count) bytes", at: YAMLPlace(line: 1, column: 1))
  }
  guard let text = String(validating: yaml, as: UTF8.self) else {
    throw problems.notUTF8()
  }
  if let alias = firstAlias(in: yaml) { throw problems.alias(at: alias, in: yaml) }
  let outcome =
    mayBeDeep(yaml)
    ? withLargeStack { compose(text, yaml, problems) } : compose(text, yaml, problems)
  return try outcome.get()
}

private func compose(
  _ text: String, _ yaml: [UInt8], _ problems: YAMLProblems
) -> Result<YAMLValue, Diagnostic> {
  do {
    // No rules: a scalar is the text that was written.
    let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
    guard let root = try parser.singleRoot() else {
      return .success(YAMLValue(.map([]), at: YAMLPlace(line: problems.origin.line, column: 1)))
    }
    var reader = YAMLNodeReader(yaml, problems)
    return .success(try reader.read(root, depth: 0))
  } catch let error as Diagnostic {
    return .failure(error)
  } catch let error as YamlError {
    return .failure(problems.diagnostic(error, in: yaml))
  } catch {
    return .failure(problems.unknown(error))
  }
}

enum YAMLLimits {
  static let bytes = 1 << 20
  static let values = 50_000
  static let depth = 32
}

extension SourceText {
  func excerpt(_ place: YAMLPlace) -> SourceExcerpt {
    excerpt(line: place.line, column: place.column, length: place.length)
  }
}

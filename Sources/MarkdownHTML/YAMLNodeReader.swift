internal import Basics
internal import Yams

/// Turns Yams's nodes into our values, with places in the file.
struct YAMLNodeReader {
  private let yaml: [UInt8]
  private let lines: LineIndex
  private let problems: YAMLProblems
  private var count = 0

  init(_ yaml: [UInt8], _ problems: YAMLProblems) {
    self.yaml = yaml
    self.problems = problems
    lines = LineIndex(yaml)
  }

  mutating func read(_ node: Node, depth: Int) throws(Diagnostic) -> YAMLValue {
    let place = place(of: node)
    count += 1
    if count > YAMLLimits.values {
      throw problems.tooLarge("this YAML has more than \(YAMLLimits.values) values", at: place)
    }
    if depth > YAMLLimits.depth {
      throw problems.tooLarge("this is nested more than \(YAMLLimits.depth) deep", at: place)
    }
    let content = try content(of: node, depth: depth)
    return YAMLValue(content, at: problems.inFile(place))
  }

  private mutating func content(
    of node: Node, depth: Int
  ) throws(Diagnostic) -> YAMLValue.Content {
    switch node {
    case .scalar(let scalar):
      return .scalar(try shown(scalar.string, of: node), isQuoted: scalar.style != .plain)
    case .sequence(let sequence):
      var values: [YAMLValue] = []
      for value in sequence { values.append(try read(value, depth: depth + 1)) }
      return .list(values)
    case .mapping(let mapping):
      var entries: [YAMLEntry] = []
      for (key, value) in mapping { entries.append(try entry(key, value, depth: depth + 1)) }
      return .map(entries)
    case .alias:
      throw problems.alias(at: place(of: node))
    }
  }

  private mutating func entry(
    _ key: Node, _ value: Node, depth: Int
  ) throws(Diagnostic) -> YAMLEntry {
    guard case .scalar(let scalar) = key else { throw problems.badKey(at: place(of: key)) }
    return YAMLEntry(
      key: try shown(scalar.string, of: key), keyPlace: problems.inFile(place(of: key)),
      value: try read(value, depth: depth))
  }

  /// A text, if a page can hold it: quoted texts may have any character by an escape.
  private func shown(_ text: String, of node: Node) throws(Diagnostic) -> String {
    if let fault = CharacterFault.first(in: text) {
      throw problems.character(fault, at: place(of: node))
    }
    return text
  }

  /// Within the YAML text; as long as the scalar is on its first line.
  private func place(of node: Node) -> YAMLPlace {
    guard let mark = node.mark else { return YAMLPlace(line: 1, column: 1) }
    return YAMLPlace(line: mark.line, column: mark.column, length: length(of: node, at: mark))
  }

  private func length(of node: Node, at mark: Mark) -> Int {
    // Beyond that nothing is shown, and a file may be one line.
    guard case .scalar(let scalar) = node, mark.column < 1000 else { return 1 }
    var index = lines.start(of: mark.line)
    for _ in 1..<max(1, mark.column) { index = nextScalar(after: index) }
    let rest = yaml[min(index, yaml.count)...].prefix(1000).prefix { $0 != 0x0A && $0 != 0x0D }
    switch scalar.style {
    case .plain, .any:
      let first = scalar.string.prefix { !$0.isNewline }
      return max(1, min(first.unicodeScalars.count, scalars(in: rest)))
    case .singleQuoted, .doubleQuoted:
      return max(1, scalars(in: quoted(rest)))
    default:
      return 1
    }
  }

  /// A quoted text with its quotes, or the whole line when it goes on.
  private func quoted(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let quote = rest.first else { return rest }
    var index = rest.startIndex + 1
    while index < rest.endIndex, rest[index] != quote {
      index += quote == UInt8(ascii: "\"") && rest[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return rest[..<min(index + 1, rest.endIndex)]
  }

  private func nextScalar(after index: Int) -> Int {
    var next = index + 1
    while next < yaml.count, yaml[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }

  private func scalars(in bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }
}

internal import Basics
internal import JSONText

/// Takes typed values out of JSON objects and reports what is missing, unknown or of another kind.
struct ManifestFields {
  let source: SourceText
  private(set) var diagnostics: [Diagnostic] = []

  init(source: SourceText) {
    self.source = source
  }

  /// Whether a value is an object with all of some names and no others than these.
  mutating func check(
    _ value: JSONValue, has names: [String], mayHave optional: [String] = []
  ) -> Bool {
    guard let fields = value.object else {
      report(
        CommunityDataCodes.wrongKind, "an object is needed here, not \(value.kindName)", at: value)
      return false
    }
    for field in fields where !names.contains(field.name) && !optional.contains(field.name) {
      diagnostics.append(
        Diagnostic(
          CommunityDataCodes.unknownField, "unknown field `\(field.name)`",
          at: excerpt(at: field.offset), fix: suggestion(for: field.name, among: names + optional)))
    }
    let missing = names.filter { name in !fields.contains { $0.name == name } }
    for name in missing {
      report(
        CommunityDataCodes.missingField, "the field `\(name)` is missing", at: value,
        fix: "add `\(name)` to this object")
    }
    return true
  }

  mutating func object(_ parent: JSONValue, _ name: String, _ names: [String]) -> JSONValue? {
    guard let value = parent[name], check(value, has: names) else { return nil }
    return value
  }

  mutating func text(_ parent: JSONValue, _ name: String) -> String? {
    guard let value = parent[name] else { return nil }
    if let text = value.string { return text }
    return wrong(value, name, needs: "a string")
  }

  mutating func flag(_ parent: JSONValue, _ name: String) -> Bool? {
    guard let value = parent[name] else { return nil }
    if let flag = value.bool { return flag }
    return wrong(value, name, needs: "true or false")
  }

  mutating func count(_ parent: JSONValue, _ name: String) -> Int? {
    guard let value = parent[name] else { return nil }
    // The bound keeps sums of counts from overflowing.
    if let count = value.integer, (0...1 << 40).contains(count) { return count }
    return wrong(value, name, needs: "a whole number from 0 on")
  }

  mutating func list(_ parent: JSONValue, _ name: String) -> [JSONValue]? {
    guard let value = parent[name] else { return nil }
    if let list = value.array { return list }
    return wrong(value, name, needs: "a list")
  }

  mutating func texts(_ parent: JSONValue, _ name: String) -> [String]? {
    list(parent, name)?.compactMap { value in
      value.string ?? wrong(value, name, needs: "a string")
    }
  }

  mutating func countsByName(_ parent: JSONValue, _ name: String) -> [String: Int] {
    guard let value = parent[name] else { return [:] }
    guard let fields = value.object else {
      let _: Int? = wrong(value, name, needs: "an object")
      return [:]
    }
    var counts: [String: Int] = [:]
    for field in fields { counts[field.name] = count(value, field.name) }
    return counts
  }

  mutating func moment(_ parent: JSONValue, _ name: String) -> Timestamp? {
    guard let text = text(parent, name) else { return nil }
    if let moment = Timestamp(text) { return moment }
    report(
      CommunityDataCodes.badValue, "`\(text)` is no moment", at: parent[name],
      fix: "write it as 2026-11-21T08:00:00Z")
    return nil
  }

  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ parent: JSONValue, _ name: String
  ) -> Choice? {
    guard let text = text(parent, name) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let known = Choice.allCases.map(\.rawValue)
    report(
      CommunityDataCodes.badValue, "unknown `\(name)`: `\(text)`", at: parent[name],
      fix: suggestion(for: text, among: known) ?? "must be one of: " + known.joined(separator: ", ")
    )
    return nil
  }

  /// The name of one of a snapshot's files, compressed or not.
  mutating func fileName(_ parent: JSONValue, _ name: String) -> String? {
    guard let path = text(parent, name) else { return nil }
    if SnapshotFileName(path: path) != nil { return path }
    let known = SnapshotFileName.allCases.map(\.rawValue)
    report(
      CommunityDataCodes.badValue, "unknown `\(name)`: `\(path)`", at: parent[name],
      fix: suggestion(for: path, among: known)
        ?? "must be one of: " + known.joined(separator: ", ") + ", or one of these with .gz or .zst"
    )
    return nil
  }

  mutating func report(
    _ code: DiagnosticCode, _ message: String, at value: JSONValue?, fix: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(code, message, at: excerpt(at: value?.offset ?? 0), fix: fix))
  }

  private mutating func wrong<Value>(
    _ value: JSONValue, _ name: String, needs: String
  ) -> Value? {
    report(
      CommunityDataCodes.wrongKind, "`\(name)` holds \(value.kindName)", at: value,
      fix: "\(needs) is needed")
    return nil
  }

  /// Marks the name or value that begins at an offset.
  private func excerpt(at offset: Int) -> SourceExcerpt {
    let rest = source.bytes.dropFirst(offset)
    var length = 1
    if rest.first == UInt8(ascii: "\"") {
      let body = rest.dropFirst()
      length += body.prefix { $0 != UInt8(ascii: "\"") }.count + 1
    } else {
      length = max(1, rest.prefix { !" \n\r\t,{}[]".utf8.contains($0) }.count)
    }
    return source.excerpt(of: offset..<offset + length)
  }
}

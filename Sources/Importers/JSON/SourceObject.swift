internal import JSONText

/// A JSON object of an export: its fields by name, with typed access that says what is wrong where.
///
/// A field that is absent and one that is null say the same. Valid until the next record is read.
struct SourceObject {
  private let source: RecordBytes
  let tokens: JSONRecord
  /// Of the object's own token.
  private let index: Int
  /// What stands before its fields' names in messages: `author.`
  private let prefix: String

  init(_ source: RecordBytes, _ tokens: JSONRecord) throws(RecordFault) {
    self.source = source
    self.tokens = tokens
    index = 0
    prefix = ""
    let kind = tokens[0].kind
    if kind != .object { throw fault("it is \(kind.words), not an object", at: 0) }
  }

  private init(_ parent: SourceObject, _ index: Int, prefix: String) {
    source = parent.source
    tokens = parent.tokens
    self.index = index
    self.prefix = prefix
  }

  /// The record as it stands in the export: a copy.
  var record: SourceRecord { source.record }

  /// Of the record, in bytes.
  var size: Int { source.bytes.count }

  /// The file that it stands in.
  var file: String { source.file }

  /// The index of a field's value; nil when it is absent or null.
  func find(_ name: StaticString) -> Int? {
    find(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount), in: index)
  }

  /// The same by the names on the way to it: `user.name`.
  func find(path: String) -> Int? {
    var path = path
    return path.withUTF8 { path in
      var found = index
      for name in path.split(separator: UInt8(ascii: ".")) {
        guard let next = find(UnsafeBufferPointer(rebasing: name), in: found) else { return nil }
        found = next
      }
      return found == index ? nil : found
    }
  }

  private func find(_ wanted: UnsafeBufferPointer<UInt8>, in index: Int) -> Int? {
    guard tokens[index].kind == .object else { return nil }
    let end = tokens.end(of: index)
    var at = index + 1
    while at < end {
      let text = tokens[at].text
      if text.count == wanted.count, text.elementsEqual(wanted) {
        return tokens[at + 1].kind == .null ? nil : at + 1
      }
      at = tokens.end(of: at + 1)
    }
    return nil
  }

  /// The index of a value inside of another by the names on the way to it.
  func find(_ names: [[UInt8]], in start: Int) -> Int? {
    var found = start
    for name in names {
      let next = name.withUnsafeBufferPointer { find($0, in: found) }
      guard let next else { return nil }
      found = next
    }
    return found
  }

  func has(_ name: StaticString) -> Bool { find(name) != nil }

  // MARK: Faults

  /// A fault of a field at its place.
  func fault(_ reason: String, at token: Int, value: String? = nil) -> RecordFault {
    var fault = source.fault(reason, at: tokens[token].offset)
    fault.value = value
    return fault
  }

  /// A fault of the object as a whole.
  func fault(_ reason: String, value: String? = nil) -> RecordFault {
    fault(reason, at: index, value: value)
  }

  func missing(_ name: StaticString) -> RecordFault { fault("`\(prefix)\(name)` is missing") }

  func wrong(_ name: StaticString, _ token: Int, _ wanted: String) -> RecordFault {
    fault("`\(prefix)\(name)` is \(tokens[token].kind.words), not \(wanted)", at: token)
  }

  // MARK: Objects and lists

  /// An object that may be absent but nothing else.
  func object(_ name: StaticString) throws(RecordFault) -> SourceObject? {
    guard let token = find(name) else { return nil }
    guard tokens[token].kind == .object else { throw wrong(name, token, "an object") }
    return SourceObject(self, token, prefix: "\(prefix)\(name).")
  }

  /// The objects of a list; none when it is absent.
  func objects(_ name: StaticString) throws(RecordFault) -> [SourceObject] {
    var objects: [SourceObject] = []
    for token in try elements(name) {
      guard tokens[token].kind == .object else { throw wrong(name, token, "a list of objects") }
      objects.append(SourceObject(self, token, prefix: "\(prefix)\(name)."))
    }
    return objects
  }

  /// The texts of a list; none when it is absent.
  func strings(_ name: StaticString) throws(RecordFault) -> [String] {
    var strings: [String] = []
    for token in try elements(name) {
      guard tokens[token].kind == .string else { throw wrong(name, token, "a list of strings") }
      strings.append(tokens[token].string)
    }
    return strings
  }

  /// The texts of a list whose elements are texts or objects that hold one under a name.
  func texts(_ name: StaticString, orField field: StaticString) throws(RecordFault) -> [String] {
    var texts: [String] = []
    for token in try elements(name) {
      let object = SourceObject(self, token, prefix: "\(prefix)\(name).")
      if tokens[token].kind == .object, let text = try object.optionalString(field) {
        texts.append(text)
      } else if tokens[token].kind == .string {
        texts.append(tokens[token].string)
      }
    }
    return texts
  }

  /// The objects of the list that the names on the way lead to: `post_stream.posts`.
  func objects(path: String) -> [SourceObject] {
    guard let list = find(path: path), tokens[list].kind == .array else { return [] }
    return elements(of: list).filter { tokens[$0].kind == .object }.map {
      SourceObject(self, $0, prefix: "\(prefix)\(path).")
    }
  }

  /// The objects of a list, whatever else is in it.
  func objectElements(_ name: StaticString) -> [SourceObject] {
    ((try? elements(name)) ?? []).filter { tokens[$0].kind == .object }.map {
      SourceObject(self, $0, prefix: "\(prefix)\(name).")
    }
  }

  /// The names of its fields.
  var names: [String] {
    var names: [String] = []
    var at = index + 1
    while at < tokens.end(of: index) {
      names.append(tokens[at].string)
      at = tokens.end(of: at + 1)
    }
    return names
  }

  /// How many elements a list has; nil when it is absent or no list.
  func count(of name: StaticString) -> Int? {
    guard let list = find(name), tokens[list].kind == .array else { return nil }
    return (try? elements(name))?.count
  }

  /// Calls with each text that stands under one of some names, at any depth.
  func forEachText(named names: [StaticString], _ body: (String) -> Void) {
    for at in index..<tokens.end(of: index) where tokens[at].kind == .name {
      let text = tokens[at].text
      let isWanted = names.contains { name in
        text.count == name.utf8CodeUnitCount
          && text.elementsEqual(
            UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
      }
      if isWanted, tokens[at + 1].kind == .string { body(tokens[at + 1].string) }
    }
  }

  private func elements(_ name: StaticString) throws(RecordFault) -> [Int] {
    guard let list = find(name) else { return [] }
    guard tokens[list].kind == .array else { throw wrong(name, list, "a list") }
    return elements(of: list)
  }

  private func elements(of list: Int) -> [Int] {
    var elements: [Int] = []
    var at = list + 1
    let end = tokens.end(of: list)
    while at < end {
      elements.append(at)
      at = tokens.end(of: at)
    }
    return elements
  }
}

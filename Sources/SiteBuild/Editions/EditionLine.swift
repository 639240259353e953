internal import Basics
internal import JSONText

/// One line of an edition's file, whose fields are taken by name; anything wrong is thrown with its
/// place.
struct EditionLine {
  let source: SourceText
  /// Where it begins in the file, in bytes.
  let start: Int
  private let value: JSONValue

  init(_ range: Range<Int>, of source: SourceText) throws(Diagnostic) {
    self.source = source
    start = range.lowerBound
    do throws(JSONFault) {
      value = try JSONValue(parsing: Array(source.bytes[range]))
    } catch {
      let place = range.lowerBound + error.offset
      throw Diagnostic(
        EditionCodes.malformed, "not a line of an edition: \(error.reason)",
        at: source.excerpt(of: place..<place))
    }
    guard value.object != nil else { throw fault("a line is an object, not \(value.kindName)") }
  }

  private init(_ value: JSONValue, in line: EditionLine) {
    source = line.source
    start = line.start
    self.value = value
  }

  /// Refuses every field that is not named here.
  func allowOnly(_ names: [String]) throws(Diagnostic) {
    for field in value.object ?? [] where !names.contains(field.name) {
      throw fault(
        "unknown field `\(field.name)`", at: field.offset,
        fix: suggestion(for: field.name, among: names)
          ?? "known: " + names.joined(separator: ", "))
    }
  }

  func has(_ name: String) -> Bool { value[name] != nil }

  func text(_ name: String) throws(Diagnostic) -> String {
    let found = try required(name)
    guard let text = found.string, !text.isEmpty else { throw wrong(name, "a text", found) }
    return text
  }

  /// A text that must have a form, such as a day.
  func text<Value>(
    _ name: String, as form: String, _ parse: (String) -> Value?
  ) throws(Diagnostic) -> Value {
    let found = try required(name)
    guard let value = found.string.flatMap(parse) else { throw wrong(name, form, found) }
    return value
  }

  func number(ifPresent name: String) throws(Diagnostic) -> Double? {
    guard let found = value[name] else { return nil }
    guard let number = found.double else { throw wrong(name, "a number", found) }
    return number
  }

  func count(ifPresent name: String) throws(Diagnostic) -> Int? {
    guard let found = value[name] else { return nil }
    guard let number = found.integer, number >= 0 else { throw wrong(name, "a count", found) }
    return number
  }

  /// The objects of a list.
  func list(_ name: String) throws(Diagnostic) -> [EditionLine] {
    let found = try required(name)
    guard let values = found.array, values.allSatisfy({ $0.object != nil }) else {
      throw wrong(name, "a list of objects", found)
    }
    return values.map { EditionLine($0, in: self) }
  }

  /// A fault of the line as a whole.
  func fault(_ message: String, fix: String? = nil) -> Diagnostic {
    fault(message, at: value.offset, fix: fix)
  }

  private func required(_ name: String) throws(Diagnostic) -> JSONValue {
    guard let found = value[name] else { throw fault("the field `\(name)` is missing") }
    return found
  }

  private func wrong(_ name: String, _ form: String, _ found: JSONValue) -> Diagnostic {
    fault("`\(name)` is not \(form)", at: found.offset)
  }

  private func fault(_ message: String, at offset: Int, fix: String? = nil) -> Diagnostic {
    let place = start + offset
    return Diagnostic(
      EditionCodes.malformed, message, at: source.excerpt(of: place..<place), fix: fix)
  }
}

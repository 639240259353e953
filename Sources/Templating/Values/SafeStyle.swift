/// One CSS value that cannot leave its property: a number with a unit, a hex colour or a keyword.
package struct SafeStyle: Sendable, Equatable {
  package let text: String

  /// `SafeStyle("12.5%")`, `SafeStyle("#1f6f43")`, `SafeStyle("bold")` → the same text;
  /// `SafeStyle("url(x)")` → nil.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard isColour(bytes) || isLength(bytes) || isKeyword(bytes) else { return nil }
    self.text = text
  }
}

private func isColour(_ bytes: [UInt8]) -> Bool {
  guard bytes.first == UInt8(ascii: "#"), [4, 5, 7, 9].contains(bytes.count) else { return false }
  return bytes.dropFirst().allSatisfy { Unicode.Scalar($0).properties.isASCIIHexDigit }
}

/// A decimal number, then `%` or letters or nothing: `-1.5rem`, `40%`, `0`.
private func isLength(_ bytes: [UInt8]) -> Bool {
  var rest = bytes[...]
  if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
  let whole = rest.prefix(while: isDigit)
  rest = rest.dropFirst(whole.count)
  if rest.first == UInt8(ascii: ".") {
    let fraction = rest.dropFirst().prefix(while: isDigit)
    guard !fraction.isEmpty else { return false }
    rest = rest.dropFirst(fraction.count + 1)
  } else if whole.isEmpty {
    return false
  }
  return rest.elementsEqual("%".utf8) || rest.allSatisfy(isLetter)
}

private func isKeyword(_ bytes: [UInt8]) -> Bool {
  guard let first = bytes.first, isLetter(first) else { return false }
  return bytes.allSatisfy { isLetter($0) || $0 == UInt8(ascii: "-") }
}

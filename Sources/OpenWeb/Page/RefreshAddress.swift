/// The address of `5; URL='x.html'` (HTML standard, 4.2.5.3), nil where there is none.
func refreshAddress(_ content: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
  var rest = content.drop { isSpace($0) || $0 &- UInt8(ascii: "0") < 10 || $0 == UInt8(ascii: ".") }
  rest = rest.drop { isSpace($0) || $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ",") }
  if rest.prefix(3).text.lowercased() == "url" {
    let after = rest.dropFirst(3).drop(while: isSpace)
    if after.first == UInt8(ascii: "=") { rest = after.dropFirst().drop(while: isSpace) }
  }
  guard let quote = rest.first else { return nil }
  if quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") {
    rest = rest.dropFirst().prefix { $0 != quote }
  }
  return rest.isEmpty ? nil : rest
}

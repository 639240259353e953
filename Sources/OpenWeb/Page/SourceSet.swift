/// The addresses in a `srcset`: `a.png 1x, b,c.png 600w` → `a.png`, `b,c.png`.
///
/// HTML standard, 4.8.4.3.12: an address ends at white space; commas around it do not belong to it;
/// what follows up to the next comma outside of parentheses describes it.
func addresses(inSourceSet value: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
  let comma = UInt8(ascii: ",")
  var found: [ArraySlice<UInt8>] = []
  var rest = value
  while true {
    rest = rest.drop { isSpace($0) || $0 == comma }
    guard !rest.isEmpty else { return found }
    var address = rest.prefix { !isSpace($0) }
    rest = rest[address.endIndex...]
    if address.last == comma {
      while address.last == comma { address.removeLast() }
    } else {
      var depth = 0
      rest = rest.drop { byte in
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") { depth = max(0, depth - 1) }
        return depth > 0 || byte != comma
      }
    }
    if !address.isEmpty { found.append(address) }
  }
}

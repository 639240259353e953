/// The text of markup: comments and tags dropped, blanks collapsed, references resolved.
///
/// `"<p>a &amp; b</p> <!-- c -->"` → `"a & b"`. Known references are numbers and the names of HTML 4.
func plainText(ofHTML html: [UInt8]) -> String {
  let bare = removing("<", ">", from: removing("<!--", "-->", from: html))
  let words = String(decoding: bare, as: UTF8.self).unicodeScalars
    .split { $0.properties.isWhitespace || (28...31).contains($0.value) }
    .map { String($0) }
  return resolvingReferences(words.joined(separator: " "))
}

/// Drops every stretch from `open` to `close`; one that never closes stays.
private func removing(_ open: String, _ close: String, from html: [UInt8]) -> [UInt8] {
  let (open, close) = (Array(open.utf8), Array(close.utf8))
  var output: [UInt8] = []
  var at = 0
  html.withUnsafeBufferPointer { html in
    open.withUnsafeBufferPointer { open in
      close.withUnsafeBufferPointer { close in
        while let start = firstIndex(of: open, in: html, from: at),
          let end = firstIndex(of: close, in: html, from: start)
        {
          output += html[at..<start]
          at = end + close.count
        }
        output += html[at...]
      }
    }
  }
  return output
}

private func resolvingReferences(_ text: String) -> String {
  let parts = text.split(separator: "&", omittingEmptySubsequences: false)
  var result = String(parts.first ?? "")
  for part in parts.dropFirst() {
    if let semicolon = part.firstIndex(of: ";"), let resolved = reference(part[..<semicolon]) {
      result += resolved + part[part.index(after: semicolon)...]
    } else {
      result += "&" + part
    }
  }
  return result
}

private func reference(_ name: Substring) -> String? {
  guard name.hasPrefix("#") else { return namedReferences[String(name)].map { String($0) } }
  let digits = name.dropFirst()
  let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
  let number = UInt32(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10)
  return number.flatMap { Unicode.Scalar($0) }.map { String($0) }
}

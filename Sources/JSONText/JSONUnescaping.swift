/// The text that stands between the quotes of a JSON string, for strings that were read before and
/// found good: `a\n\u00e9` → an a, a line end, an é.
///
/// What is no good escape after all is kept as it stands.
package func unescaped(_ quoted: UnsafeBufferPointer<UInt8>) -> [UInt8] {
  var text: [UInt8] = []
  text.reserveCapacity(quoted.count)
  appendUnescaped(quoted, to: &text)
  return text
}

/// The same behind bytes that are there already.
package func appendUnescaped(_ quoted: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) {
  var index = 0
  while index < quoted.count {
    let rest = UnsafeBufferPointer(rebasing: quoted[index...])
    let run = rest.firstIndex(of: UInt8(ascii: "\\")) ?? rest.count
    text.append(contentsOf: UnsafeBufferPointer(rebasing: rest[..<run]))
    index += run
    if index < quoted.count { index += appendEscape(at: index, of: quoted, to: &text) }
  }
}

/// How many bytes the escape took.
private func appendEscape(
  at index: Int, of quoted: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]
) -> Int {
  guard index + 1 < quoted.count else {
    text.append(quoted[index])
    return 1
  }
  switch quoted[index + 1] {
  case UInt8(ascii: "n"): text.append(0x0A)
  case UInt8(ascii: "t"): text.append(0x09)
  case UInt8(ascii: "r"): text.append(0x0D)
  case UInt8(ascii: "b"): text.append(0x08)
  case UInt8(ascii: "f"): text.append(0x0C)
  case UInt8(ascii: "u"): return appendScalar(at: index, of: quoted, to: &text)
  case let other: text.append(other)
  }
  return 2
}

private func appendScalar(
  at index: Int, of quoted: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]
) -> Int {
  guard let high = codeUnit(at: index, of: quoted) else {
    text.append(quoted[index])
    return 1
  }
  var (value, length) = (high, 6)
  if high & 0xFC00 == 0xD800, let low = codeUnit(at: index + 6, of: quoted),
    low & 0xFC00 == 0xDC00
  {
    value = 0x10000 + ((high & 0x3FF) << 10) + (low & 0x3FF)
    length = 12
  }
  text.append(contentsOf: String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
  return length
}

/// The number of `\uXXXX`; nil where none stands.
private func codeUnit(at index: Int, of quoted: UnsafeBufferPointer<UInt8>) -> UInt32? {
  guard index + 6 <= quoted.count, quoted[index] == UInt8(ascii: "\\"),
    quoted[index + 1] == UInt8(ascii: "u")
  else { return nil }
  return UInt32(String(decoding: quoted[index + 2..<index + 6], as: UTF8.self), radix: 16)
}

/// Percent-decoded UTF-8; nil where it is neither.
func percentDecoded(_ text: String) -> String? {
  var bytes: [UInt8] = []
  var rest = Array(text.utf8)[...]
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "%") else {
      bytes.append(byte)
      continue
    }
    guard let high = rest.popFirst().flatMap(hexValue), let low = rest.popFirst().flatMap(hexValue)
    else { return nil }
    bytes.append(high << 4 | low)
  }
  return String(validating: bytes, as: UTF8.self)
}

/// One part of a path as it stands in an address: `märz` → `m%C3%A4rz`.
func percentEncoded(_ part: String) -> String {
  part.utf8.map { byte in
    let character = Character(UnicodeScalar(byte))
    let isPlain = character.isASCII && (character.isLetter || character.isNumber)
    if isPlain || "-._~".contains(character) { return String(character) }
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.utf8.count == 1 ? "%0" + digits : "%" + digits
  }.joined()
}

private func hexValue(_ byte: UInt8) -> UInt8? {
  UInt8(String(UnicodeScalar(byte)), radix: 16)
}

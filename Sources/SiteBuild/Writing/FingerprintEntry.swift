internal import Basics

/// A line of a fingerprint, `["notes/first.md",812,…],`.
struct FingerprintEntry {
  var path: RawPath
  /// Rather than a link or a device, whose kind is told behind the numbers.
  var isPlainFile: Bool

  /// nil for anything else.
  init?(_ line: ArraySlice<UInt8>) {
    guard line.starts(with: [UInt8(ascii: "["), UInt8(ascii: "\"")]) else { return nil }
    var rest = line.dropFirst(2)
    guard let bytes = quoted(&rest), let path = RawPath(bytes: bytes) else { return nil }
    self.path = path
    isPlainFile = !rest.contains(UInt8(ascii: "\""))
  }
}

/// The bytes up to the closing quotation mark, which is taken away with them; nil where there is none.
private func quoted(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
  var bytes: [UInt8] = []
  while let byte = rest.popFirst() {
    switch byte {
    case UInt8(ascii: "\""):
      return bytes
    case UInt8(ascii: "\\"):
      guard let unescaped = escaped(&rest) else { return nil }
      bytes.append(unescaped)
    default:
      bytes.append(byte)
    }
  }
  return nil
}

/// The byte that is written `\"`, `\\` or `\u00hh`, behind the backslash.
private func escaped(_ rest: inout ArraySlice<UInt8>) -> UInt8? {
  guard let byte = rest.popFirst() else { return nil }
  if byte != UInt8(ascii: "u") { return byte }
  let digits = rest.prefix(4).compactMap(\.hexDigitValue)
  guard digits.count == 4 else { return nil }
  rest = rest.dropFirst(4)
  return digits[2] << 4 | digits[3]
}

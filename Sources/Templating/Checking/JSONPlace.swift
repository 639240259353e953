/// How far a JSON text has come: whether a value may stand here.
struct JSONPlace: Sendable, Equatable {
  private var inString = false
  private var isEscaped = false
  /// The last byte that is no blank; 0 at the start, `v` after a value.
  private var last: UInt8 = 0

  mutating func step(_ byte: UInt8) {
    if inString {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        inString = false
      }
      return
    }
    if byte == UInt8(ascii: "\"") { inString = true }
    if !isBlank(byte) { last = byte }
  }

  /// A value is written; false where JSON has none.
  mutating func noteAction() -> Bool {
    guard !inString, last == 0 || ":[,".utf8.contains(last) else { return false }
    last = UInt8(ascii: "v")
    return true
  }
}

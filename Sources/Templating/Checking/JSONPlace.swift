/// How far a JSON text has come: a value may stand anywhere but inside quotes.
///
/// Whether the text around the value is well-formed JSON is the author's affair: such a script is
/// data and never runs, and the value itself cannot end it.
struct JSONPlace: Sendable, Equatable {
  private(set) var inString = false
  private var isEscaped = false

  mutating func step(_ byte: UInt8) {
    guard inString else {
      inString = byte == UInt8(ascii: "\"")
      return
    }
    if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = true
    } else if byte == UInt8(ascii: "\"") {
      inString = false
    }
  }
}

/// How far CSS has come: whether a value may stand here.
struct StylePlace: Sendable, Equatable {
  private var isAttribute = false
  private var depth = 0
  private var inValue = false
  private var quote: UInt8 = 0
  private var inComment = false
  /// The functions around this place, whether each takes numbers and colours only.
  private var functions: [Bool] = []
  private var word: [UInt8] = []
  private var last: UInt8 = 0

  init(isAttribute: Bool = false) {
    self.isAttribute = isAttribute
  }

  private static let harmless = [
    "calc", "min", "max", "clamp", "rgb", "rgba", "hsl", "hsla", "translate", "scale", "rotate",
    "repeat", "minmax", "",
  ]

  /// After `property:`, outside of strings and comments, not glued to a word.
  var isValuePlace: Bool {
    inValue && quote == 0 && !inComment && !functions.contains(false) && word.isEmpty
  }

  mutating func step(_ byte: UInt8) {
    // Only these mean something to the byte after them.
    defer { last = "/*\\".utf8.contains(byte) ? byte : 0 }
    if inComment {
      if last == UInt8(ascii: "*"), byte == UInt8(ascii: "/") { inComment = false }
      return
    }
    if quote != 0 {
      if byte == quote, last != UInt8(ascii: "\\") { quote = 0 }
      return
    }
    if isLetter(byte) || isDigit(byte) || "_-\\#.%@".utf8.contains(byte) || byte >= 0x80 {
      // A sign alone is no word: `-{{ n }}px`.
      if !(byte == UInt8(ascii: "-") && word.isEmpty) { word.append(lowercased(byte)) }
      return
    }
    stepMark(byte)
    word = []
  }

  private mutating func stepMark(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
    case UInt8(ascii: "*") where last == UInt8(ascii: "/"): inComment = true
    case UInt8(ascii: "("):
      functions.append(StylePlace.harmless.contains { $0.utf8.elementsEqual(word) })
    case UInt8(ascii: ")"): _ = functions.popLast()
    case UInt8(ascii: ":"): if isAttribute || depth > 0 { inValue = true }
    case UInt8(ascii: ";"): inValue = false
    case UInt8(ascii: "{"):
      depth += 1
      inValue = false
    case UInt8(ascii: "}"):
      depth = max(0, depth - 1)
      inValue = false
    default: break
    }
  }

  mutating func noteAction() {
    word = []
    last = 0
  }
}

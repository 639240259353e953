/// An upper bound of what reading the blank lines of a file costs.
///
/// libcmark steps through every open list at each blank line, so a thousand lists inside one
/// another and a hundred thousand blank lines take minutes: `- - - a`, then a blank line → 3 steps.
struct OpenContainers {
  private(set) var blankLineSteps = 0
  /// Where the line starts that opened most.
  private(set) var deepestLine = 0
  private var deepest = 0
  private var open = 0
  private var followsText = false

  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count { start = read(bytes, lineAt: start) }
    }
  }

  /// Returns where the next line starts.
  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, lineAt start: Int) -> Int {
    var prefix = LinePrefix()
    var index = start
    while index < bytes.count, prefix.continues(with: bytes[index]) { index += 1 }
    if index == bytes.count || bytes[index].isLineEnd {
      blankLineSteps += open + prefix.containers
      // A line of markers alone opens lists too.
      open = max(open, prefix.containers)
      followsText = false
    } else {
      // A line after text may be its lazy continuation, which closes nothing.
      open = followsText ? max(open, prefix.containers) : prefix.containers
      followsText = true
    }
    if open > deepest { (deepest, deepestLine) = (open, start) }
    while index < bytes.count, !bytes[index].isLineEnd { index += 1 }
    return bytes.has("\r\n", at: index) ? index + 2 : index + 1
  }
}

/// How many lists and quotations the start of a line can stand in, at most: a quotation takes its
/// mark, a list that is open two columns of space, a new one its mark.
private struct LinePrefix {
  private var columns = 0
  private var marks = 0

  var containers: Int { marks + columns / 2 }

  mutating func continues(with byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "): columns += 1
    case UInt8(ascii: "\t"): columns += 4
    case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"),
      UInt8(ascii: "."), UInt8(ascii: ")"):
      marks += 1
    default: return byte.isASCIIDigit
    }
    return true
  }
}

extension UInt8 {
  fileprivate var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

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
  /// The next line feed from where the line being read starts; kept, since a file may end its lines
  /// otherwise.
  private var feed = -1

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
    return nextLine(bytes, from: index)
  }

  private mutating func nextLine(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    if feed < start { feed = find("\n", in: bytes, start..<bytes.count) ?? bytes.count }
    guard let carriage = find("\r", in: bytes, start..<feed) else { return feed + 1 }
    return bytes.has("\r\n", at: carriage) ? carriage + 2 : carriage + 1
  }
}

private func find(
  _ character: Unicode.Scalar, in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
) -> Int? {
  guard let base = bytes.baseAddress, !range.isEmpty,
    let found = memchr(base + range.lowerBound, Int32(character.value), range.count)
  else { return nil }
  return UnsafeRawPointer(found) - UnsafeRawPointer(base)
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

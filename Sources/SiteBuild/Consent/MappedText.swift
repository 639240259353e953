/// Text as a reader meets it, each byte with the place in the file it came from: character references,
/// percent signs and, in JSON, backslashes are undone.
struct MappedText {
  private(set) var bytes: [UInt8] = []
  /// Where each byte begins in the file, and where what it stands for ends.
  private var starts: [Int] = []
  private var ends: [Int] = []
  /// Where in this text markup stood: a name may go on behind it, and a word may end there.
  private(set) var seams: Set<Int> = []

  /// What stands between two stretches that a name cannot cross.
  private static let wall: UInt8 = 1

  mutating func reserve(_ count: Int) {
    bytes.reserveCapacity(count)
    starts.reserveCapacity(count)
    ends.reserveCapacity(count)
  }

  mutating func addSeam() { seams.insert(bytes.count) }

  mutating func addWall(at place: Int) { append(MappedText.wall, from: place, to: place) }

  /// The stretches of the file that a range of this text came from; two, where markup stands between.
  func sources(of range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for index in range {
      let piece = starts[index]..<ends[index]
      if let last = found.last, last.upperBound >= piece.lowerBound {
        found[found.count - 1] = last.lowerBound..<max(last.upperBound, piece.upperBound)
      } else {
        found.append(piece)
      }
    }
    return found
  }

  private mutating func append(_ byte: UInt8, from start: Int, to stop: Int) {
    bytes.append(byte)
    starts.append(start)
    ends.append(stop)
  }

  /// Takes a stretch of a file.
  mutating func add(_ file: [UInt8], _ range: Range<Int>, isJSON: Bool = false) {
    var index = range.lowerBound
    while index < range.upperBound {
      switch file[index] {
      case UInt8(ascii: "&"): index = addReference(file, index, range.upperBound)
      case UInt8(ascii: "%"): index = addPercent(file, index, range.upperBound)
      case UInt8(ascii: "\\") where isJSON: index = addEscape(file, index, range.upperBound)
      default:
        append(file[index], from: index, to: index + 1)
        index += 1
      }
    }
  }

  /// `&amp;`, `&#39;`, `&#x41;`, `&nbsp;`; anything else stays as it is.
  private mutating func addReference(_ file: [UInt8], _ start: Int, _ limit: Int) -> Int {
    let end = file[start..<min(limit, start + 12)].firstIndex(of: UInt8(ascii: ";"))
    guard let end, let scalar = MappedText.scalar(file[start + 1..<end]) else {
      append(file[start], from: start, to: start + 1)
      return start + 1
    }
    for byte in String(Character(scalar)).utf8 { append(byte, from: start, to: end + 1) }
    return end + 1
  }

  private static func scalar(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let text = String(decoding: name, as: UTF8.self)
    if let known = named[text] { return known }
    guard text.hasPrefix("#") else { return nil }
    let digits = text.dropFirst()
    let number =
      digits.hasPrefix("x") || digits.hasPrefix("X")
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap(Unicode.Scalar.init)
  }

  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "shy": "\u{AD}", "zwnj": "\u{200C}", "zwj": "\u{200D}", "ZeroWidthSpace": "\u{200B}",
  ]

  private mutating func addPercent(_ file: [UInt8], _ start: Int, _ limit: Int) -> Int {
    guard start + 2 < limit,
      let byte = UInt8(String(decoding: file[start + 1...start + 2], as: UTF8.self), radix: 16)
    else {
      append(file[start], from: start, to: start + 1)
      return start + 1
    }
    append(byte, from: start, to: start + 3)
    return start + 3
  }

  private mutating func addEscape(_ file: [UInt8], _ start: Int, _ limit: Int) -> Int {
    guard start + 1 < limit else {
      append(file[start], from: start, to: start + 1)
      return start + 1
    }
    if file[start + 1] == UInt8(ascii: "u"), start + 5 < limit,
      let unit = UInt32(String(decoding: file[start + 2...start + 5], as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(unit)
    {
      for byte in String(Character(scalar)).utf8 { append(byte, from: start, to: start + 6) }
      return start + 6
    }
    let isSpace = "ntr".utf8.contains(file[start + 1])
    append(isSpace ? 0x20 : file[start + 1], from: start, to: start + 2)
    return start + 2
  }
}

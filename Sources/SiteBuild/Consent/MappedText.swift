/// Text as a reader meets it, each byte with the place in the file it came from: character references,
/// percent signs and, in JSON, backslashes are undone.
struct MappedText {
  private(set) var bytes: [UInt8] = []
  /// Where in this text markup stood, ascending: a name may go on behind it, and a word may end there.
  private(set) var seams: [Int] = []
  private var pieces: [Piece] = []

  /// Bytes of this text up to the next piece, and the stretch of the file they came from.
  private struct Piece {
    var made: Int
    var source: Range<Int>
    /// Whether each byte is one of the file; otherwise every one of them stands for the whole stretch.
    var isVerbatim: Bool
  }

  /// What stands between two stretches that a name cannot cross.
  private static let wall: UInt8 = 1

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  mutating func addSeam() { seams.append(bytes.count) }

  mutating func addWall(at place: Int) { append([MappedText.wall], for: place..<place) }

  /// The stretches of the file that a range of this text came from; two, where markup stands between.
  func sources(of range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for index in firstPiece(in: range)..<pieces.count {
      let piece = pieces[index]
      if piece.made >= range.upperBound { break }
      let end = index + 1 < pieces.count ? pieces[index + 1].made : bytes.count
      let source = source(of: range.clamped(to: piece.made..<end), in: piece)
      if let last = found.last, last.upperBound >= source.lowerBound {
        found[found.count - 1] = last.lowerBound..<max(last.upperBound, source.upperBound)
      } else {
        found.append(source)
      }
    }
    return found
  }

  /// The piece that the first byte of a range belongs to.
  private func firstPiece(in range: Range<Int>) -> Int {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].made <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return max(low - 1, 0)
  }

  private func source(of part: Range<Int>, in piece: Piece) -> Range<Int> {
    guard piece.isVerbatim else { return piece.source }
    let start = piece.source.lowerBound + part.lowerBound - piece.made
    return start..<start + part.count
  }

  /// Takes bytes that stand for a stretch of the file.
  private mutating func append(_ made: some Collection<UInt8>, for source: Range<Int>) {
    pieces.append(Piece(made: bytes.count, source: source, isVerbatim: false))
    bytes += made
  }

  /// Takes a stretch of the file as it is.
  private mutating func append(_ file: [UInt8], _ range: Range<Int>) {
    if range.isEmpty { return }
    pieces.append(Piece(made: bytes.count, source: range, isVerbatim: true))
    bytes += file[range]
  }

  /// Takes a stretch of a file.
  mutating func add(_ file: [UInt8], _ range: Range<Int>, isJSON: Bool = false) {
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      guard MappedText.isCoded(file[index], isJSON: isJSON),
        let code = code(in: file, at: index, range.upperBound)
      else {
        index += 1
        continue
      }
      append(file, start..<index)
      append(code.meaning, for: index..<code.end)
      index = code.end
      start = index
    }
    append(file, start..<index)
  }

  /// Whether a byte may begin a code for something else.
  static func isCoded(_ byte: UInt8, isJSON: Bool = false) -> Bool {
    byte == UInt8(ascii: "&") || byte == UInt8(ascii: "%") || isJSON && byte == UInt8(ascii: "\\")
  }

  private struct Code {
    var meaning: [UInt8]
    var end: Int
  }

  /// nil for what looks like the beginning of a code and is none.
  private func code(in file: [UInt8], at start: Int, _ limit: Int) -> Code? {
    switch file[start] {
    case UInt8(ascii: "&"): reference(file, start, limit)
    case UInt8(ascii: "%"): percent(file, start, limit)
    default: escape(file, start, limit)
    }
  }

  /// `&amp;`, `&#39;`, `&#x41;`, `&nbsp;`.
  private func reference(_ file: [UInt8], _ start: Int, _ limit: Int) -> Code? {
    let end = file[start..<min(limit, start + 12)].firstIndex(of: UInt8(ascii: ";"))
    guard let end, let scalar = MappedText.scalar(file[start + 1..<end]) else { return nil }
    return Code(meaning: MappedText.text(scalar), end: end + 1)
  }

  private static func text(_ scalar: Unicode.Scalar) -> [UInt8] { Array(String(scalar).utf8) }

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

  private func percent(_ file: [UInt8], _ start: Int, _ limit: Int) -> Code? {
    guard start + 2 < limit,
      let byte = UInt8(String(decoding: file[start + 1...start + 2], as: UTF8.self), radix: 16)
    else { return nil }
    return Code(meaning: [byte], end: start + 3)
  }

  private func escape(_ file: [UInt8], _ start: Int, _ limit: Int) -> Code? {
    guard start + 1 < limit else { return nil }
    if file[start + 1] == UInt8(ascii: "u"), start + 5 < limit,
      let unit = UInt32(String(decoding: file[start + 2...start + 5], as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(unit)
    {
      return Code(meaning: MappedText.text(scalar), end: start + 6)
    }
    let isSpace = "ntr".utf8.contains(file[start + 1])
    return Code(meaning: [isSpace ? 0x20 : file[start + 1]], end: start + 2)
  }
}

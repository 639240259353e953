internal import OpenWeb

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

  /// The words of a name may stand in two lines.
  mutating func addLineBreak(at place: Int) { append([0x20], for: place..<place) }

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

  /// Which codes a stretch of a file may hold.
  enum Coding {
    /// What stands between tags: a reference needs no `;` there.
    case markup
    /// Attributes and plain texts, where `&copy=2` is none.
    case plain
    /// With backslashes.
    case json
  }

  /// Takes a stretch of a file.
  mutating func add(_ file: [UInt8], _ range: Range<Int>, _ coding: Coding) {
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      guard MappedText.isCoded(file[index], isJSON: coding == .json),
        let code = code(in: file[index..<range.upperBound], coding)
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

  /// The code at the beginning; nil for what only looks like one.
  private func code(in file: ArraySlice<UInt8>, _ coding: Coding) -> Code? {
    switch file[file.startIndex] {
    case UInt8(ascii: "&"): reference(file, coding)
    case UInt8(ascii: "%"): percent(file)
    default: escape(file)
    }
  }

  /// `&amp;`, `&#39;`, `&#x41;`, `&uuml;`, and `&#252` without an end.
  private func reference(_ file: ArraySlice<UInt8>, _ coding: Coding) -> Code? {
    CharacterReferences.first(in: file, inAttribute: coding != .markup).map { found in
      Code(meaning: Array(found.text.utf8), end: file.startIndex + found.length)
    }
  }

  private func percent(_ file: ArraySlice<UInt8>) -> Code? {
    MappedText.number(file.dropFirst().prefix(2), digits: 2).map { number in
      Code(meaning: [UInt8(truncatingIfNeeded: number)], end: file.startIndex + 3)
    }
  }

  /// `\n`, `\"`, `\u00fc`, and `\ud83d\ude80`, which are one character.
  private func escape(_ file: ArraySlice<UInt8>) -> Code? {
    guard let escaped = file.dropFirst().first else { return nil }
    if let unit = MappedText.unit(file) {
      let next = MappedText.unit(file.dropFirst(6))
      let units = UTF16.isLeadSurrogate(unit) ? [unit, next].compactMap(\.self) : [unit]
      let text = String(decoding: units, as: UTF16.self)
      return Code(meaning: Array(text.utf8), end: file.startIndex + 6 * units.count)
    }
    let isSpace = "ntr".utf8.contains(escaped)
    return Code(meaning: [isSpace ? 0x20 : escaped], end: file.startIndex + 2)
  }

  /// What `\u00fc` at the beginning stands for.
  private static func unit(_ file: ArraySlice<UInt8>) -> UInt16? {
    guard file.starts(with: "\\u".utf8) else { return nil }
    return number(file.dropFirst(2).prefix(4), digits: 4).map { UInt16(truncatingIfNeeded: $0) }
  }

  private static func number(_ text: ArraySlice<UInt8>, digits: Int) -> UInt32? {
    guard text.count == digits, !text.contains(UInt8(ascii: "+")) else { return nil }
    return UInt32(String(decoding: text, as: UTF8.self), radix: 16)
  }
}

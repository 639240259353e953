/// Display names as people write them behind an `@`.
///
/// The site tells whoever is meant by the first three letters or more of a name without its spaces, in
/// any case (meta.stackexchange.com/questions/43019).
enum StackExchangeName {
  private static let shortestPrefix = 3
  private static let longestName = 80

  /// `"Robert Cartaino"` → `"robertcartaino"`
  static func folded(_ name: some StringProtocol) -> String {
    name.lowercased().filter { !$0.isWhitespace && !"-.'".contains($0) }
  }

  /// What may be a name behind an `@`, longest first, with the index it ends at:
  /// `"T.E.D.: no"` → `T.E.D.`, `T.E.D`, `T`.
  static func readings(in text: [UInt8], from start: Int) -> [(name: String, end: Int)] {
    let longest = endOfRun(in: text, from: start, with: "-.'")
    let trimmed = trimmedEnd(longest, in: text, from: start)
    var ends = [longest, trimmed, endOfRun(in: text, from: start, with: "")]
    ends += "'.-".utf8.compactMap { sign in text[start..<trimmed].lastIndex(of: sign) }
    return Set(ends).sorted(by: >).filter { $0 > start }.map { end in
      (String(decoding: text[start..<end], as: UTF8.self), end)
    }
  }

  /// The end of what must be a name, though nobody has it: `"GPierce's own"` → 7.
  static func end(in text: [UInt8], from start: Int) -> Int? {
    let end = trimmedEnd(endOfRun(in: text, from: start, with: "-."), in: text, from: start)
    return end > start ? end : nil
  }

  /// The end of a run of word bytes and some signs, never inside a character.
  private static func endOfRun(in text: [UInt8], from start: Int, with signs: String) -> Int {
    var end = text.end(from: start, limit: longestName) {
      ByteClass.isWord($0) || signs.utf8.contains($0)
    }
    while end > start, let next = text.at(end), next & 0xC0 == 0x80 { end -= 1 }
    return end
  }

  private static func trimmedEnd(_ end: Int, in text: [UInt8], from start: Int) -> Int {
    var end = end
    while end > start, !ByteClass.isWord(text[end - 1]) { end -= 1 }
    return end
  }

  /// Whether a name stands at an index with its spaces, in any case: the index behind it.
  static func end(of name: String, in text: [UInt8], from start: Int) -> Int? {
    let wanted = Array(name.utf8)
    guard wanted.contains(0x20), start + wanted.count <= text.count else { return nil }
    for (offset, byte) in wanted.enumerated()
    where lowered(byte) != lowered(text[start + offset]) { return nil }
    let end = start + wanted.count
    return text.at(end).map(ByteClass.isWord) == true ? nil : end
  }

  /// Both folded.
  static func isMeant(_ name: String, by typed: String) -> Bool {
    typed.unicodeScalars.count >= shortestPrefix && name.hasPrefix(typed)
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }
}

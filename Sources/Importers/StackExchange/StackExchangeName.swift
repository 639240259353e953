/// Display names as people write them behind an `@`.
///
/// The site tells whoever is meant by the first three letters or more of a name without its spaces, in
/// any case (meta.stackexchange.com/questions/43019).
enum StackExchangeName {
  private static let shortestPrefix = 3

  /// `"Robert Cartaino"` → `"robertcartaino"`
  static func folded(_ name: some StringProtocol) -> String {
    name.lowercased().filter { !$0.isWhitespace && $0 != "-" }
  }

  /// What may be a name behind an `@`, longest first, with the index it ends at:
  /// `"T.E.D.: no"` → `T.E.D.`, `T.E.D`, `T`.
  static func readings(in text: [UInt8], from start: Int) -> [(name: String, end: Int)] {
    let isPart = { (byte: UInt8) in ByteClass.isWord(byte) || "-.'".utf8.contains(byte) }
    var ends = [text.end(from: start, limit: 80, while: isPart)]
    var trimmed = ends[0]
    while trimmed > start, !ByteClass.isWord(text[trimmed - 1]) { trimmed -= 1 }
    ends.append(trimmed)
    ends += "'.-".utf8.compactMap { sign in text[start..<trimmed].lastIndex(of: sign) }
    ends.append(text.end(from: start, limit: 80, while: ByteClass.isWord))
    return Set(ends).sorted(by: >).filter { $0 > start }.map { end in
      (String(decoding: text[start..<end], as: UTF8.self), end)
    }
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

  static func isMeant(_ name: String, by typed: String) -> Bool {
    let typed = folded(typed)
    return typed.unicodeScalars.count >= shortestPrefix && folded(name).hasPrefix(typed)
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }
}

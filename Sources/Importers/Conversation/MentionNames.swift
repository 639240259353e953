internal import Basics

/// Whom the `@name` of a platform's texts may mean: the names it knows, and the handles behind them.
///
/// A name nobody knows is somebody's all the same and is not to be published.
struct MentionNames: Sendable {
  /// Words behind an `@` that speak to all.
  static let everybody: Set<String> = [
    "all", "everyone", "everybody", "here", "channel", "room", "team", "group", "topic", "stream",
  ]
  private static let longest = 64

  /// By name in lower case.
  private var handles: [String: String] = [:]
  /// Names that hold a blank or another sign, longest first.
  private var phrases: [(name: [UInt8], handle: String)] = []

  mutating func note(_ name: String, as handle: String) {
    let lower = name.lowercased()
    if lower.isEmpty || handles.updateValue(handle, forKey: lower) != nil { return }
    let bytes = Array(lower.utf8)
    if bytes.allSatisfy(MentionNames.isPart) { return }
    phrases.append((bytes, handle))
    phrases.sort { $0.name.count > $1.name.count }
  }

  /// The handle of somebody by name, in any case.
  func handle(named name: String) -> String? { handles[name.lowercased()] }

  /// Whom the name at an index means. `author` does not count as mentioned by themselves.
  func mention(
    in text: [UInt8], from start: Int, author: String?, _ run: inout ImportRun
  ) -> Mention? {
    for phrase in phrases where MentionNames.has(phrase.name, in: text, at: start) {
      return known(phrase.handle, end: start + phrase.name.count, author, &run)
    }
    let readings = MentionNames.readings(in: text, from: start)
    for (name, end) in readings {
      if let handle = handles[name] { return known(handle, end: end, author, &run) }
    }
    // What is written behind the name may belong to it or not; the name is the shortest reading.
    guard let (name, end) = readings.last, ByteClass.isWord(text[start]),
      !ByteClass.isDigit(text[start]), !MentionNames.everybody.contains(name)
    else { return nil }
    return Mention(end: end, member: nil)
  }

  private func known(
    _ handle: String, end: Int, _ author: String?, _ run: inout ImportRun
  ) -> Mention {
    Mention(end: end, member: run.memberID(of: handle), counts: handle != author)
  }

  /// What may be a name at an index, in lower case, longest first: `ann.b-` → `ann.b-`, `ann.b`.
  static func readings(in text: [UInt8], from start: Int) -> [(name: String, end: Int)] {
    var ends = [text.end(from: start, limit: longest, while: isPart)]
    var end = ends[0]
    while end > start, isSeparator(text[end - 1]) { end -= 1 }
    if end != ends[0] { ends.append(end) }
    return ends.filter { $0 > start }.map { end in
      (String(decoding: text[start..<end], as: UTF8.self).lowercased(), end)
    }
  }

  private static func isPart(_ byte: UInt8) -> Bool { ByteClass.isWord(byte) || isSeparator(byte) }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }

  /// Whether a name in lower case stands at an index, in any case of its ASCII letters.
  private static func has(_ name: [UInt8], in text: [UInt8], at start: Int) -> Bool {
    guard start + name.count <= text.count else { return false }
    for (offset, wanted) in name.enumerated() {
      let byte = text[start + offset]
      let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      if lower != wanted { return false }
    }
    return true
  }
}

internal import CommunityData

/// Somebody named in a text by an `@`.
struct Mention: Sendable, Equatable {
  /// The index behind the name.
  var end: Int
  /// The pseudonym that takes the name's place; nil when nobody knows whose name it is.
  var member: String?
  /// Whether the member counts as spoken to, or merely is not to be named.
  var counts = true
}

/// Finds the `@` signs of a text that may begin a mention: none in code, in a tag, in an address or
/// behind a letter. Signs of emphasis may stand before it: `_@ann_`. The keyboards of East Asia write
/// the wide `＠`.
struct MentionSearch {
  private let text: [UInt8]
  private let mediaType: Item.MediaType

  init(_ text: [UInt8], mediaType: Item.MediaType) {
    self.text = text
    self.mediaType = mediaType
  }

  /// Where the signs stand; a name begins behind each.
  func signs() -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < text.count {
      if let sign = sign(at: index), mayBegin(at: sign) {
        found.append(sign)
        index = sign.upperBound
      } else {
        index = skip(from: index)
      }
    }
    return found
  }

  private func sign(at index: Int) -> Range<Int>? {
    let isWide = text[index] == 0xEF && text.has("＠", at: index)
    guard isWide || text[index] == UInt8(ascii: "@") else { return nil }
    let end = index + (isWide ? 3 : 1)
    // Who does not want to call somebody puts a blank there that nobody sees.
    return index..<(text.has("\u{200B}", at: end) ? end + 3 : end)
  }

  private func mayBegin(at sign: Range<Int>) -> Bool {
    if Pseudonyms.isMemberID(in: text, at: sign.upperBound) { return false }
    let start = sign.lowerBound
    guard let before = text.at(start - 1), before != UInt8(ascii: "_") else { return true }
    return !text.isWord(before: start) && !"/.@+-=".utf8.contains(before)
  }

  /// The index to go on at: behind code or a tag when one begins here, else the next.
  private func skip(from index: Int) -> Int {
    switch (mediaType, text[index]) {
    case (.html, UInt8(ascii: "<")) where beginsTag(at: index): behindTag(from: index)
    case (.markdown, UInt8(ascii: "`")): behindBackticks(from: index)
    default: index + 1
    }
  }

  /// `I <3 you` holds no tag, and a name may follow.
  private func beginsTag(at index: Int) -> Bool {
    text.at(index + 1).map { ByteClass.isLetter($0) || "/!?".utf8.contains($0) } ?? false
  }

  private func behindTag(from index: Int) -> Int {
    for (open, close) in [("<pre", "</pre>"), ("<code", "</code>")]
      as [(StaticString, StaticString)]
    where text.has(open, at: index) {
      var end = index
      while end < text.count, !text.has(close, at: end) { end += 1 }
      return min(text.count, end + close.utf8CodeUnitCount)
    }
    return min(text.count, text.end(from: index) { $0 != UInt8(ascii: ">") } + 1)
  }

  /// A run of backticks is closed by a run of the same length; one that is not closed is plain text.
  private func behindBackticks(from index: Int) -> Int {
    let opening = text.end(from: index) { $0 == UInt8(ascii: "`") }
    var at = opening
    while at < text.count {
      let run = text.end(from: at) { $0 != UInt8(ascii: "`") }
      at = text.end(from: run) { $0 == UInt8(ascii: "`") }
      if at - run == opening - index { return at }
    }
    return opening
  }
}

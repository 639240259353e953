#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif
internal import CommunityData

/// Covers what is not the author's own prose in a text: code, quotations, headings, addresses and markup.
///
/// The text keeps its length, so that places in it stay what they were. Markup becomes blanks, over
/// which a phrase may go on; all else becomes ``wall``, over which it may not.
struct ProseMask {
  /// In no phrase, and a word to the matcher.
  static let wall: UInt8 = 1
  static let blank = UInt8(ascii: " ")

  var text: [UInt8] = []

  /// Calls with the text, or with a masked copy where there is something to mask.
  mutating func withProse<Result>(
    _ source: UnsafeBufferPointer<UInt8>, _ mediaType: Item.MediaType?,
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard ProseMask.mayHide(source, mediaType) else { return body(source) }
    text.removeAll(keepingCapacity: true)
    text.append(contentsOf: source)
    switch mediaType {
    case .html: maskHTML()
    case .markdown: maskMarkdown()
    case .plain, nil: maskPlain()
    }
    return text.withUnsafeBufferPointer(body)
  }

  /// Most messages have nothing to mask, and a search for single bytes is fast.
  private static func mayHide(
    _ text: UnsafeBufferPointer<UInt8>, _ mediaType: Item.MediaType?
  ) -> Bool {
    guard let base = text.baseAddress else { return false }
    let signs: [UInt8] =
      switch mediaType {
      case .html: [UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "/")]
      case .markdown:
        [
          UInt8(ascii: ">"), UInt8(ascii: "`"), UInt8(ascii: "/"), UInt8(ascii: "#"),
          UInt8(ascii: "~"), UInt8(ascii: "<"),
        ]
      case .plain, nil: [UInt8(ascii: ">"), UInt8(ascii: "/")]
      }
    return signs.contains { memchr(base, Int32($0), text.count) != nil }
      || mediaType == .markdown && mayHideLines(text)
  }

  /// Whether a line begins as an underline does, or as indented code.
  private static func mayHideLines(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = text.baseAddress else { return false }
    var start = 0
    while start < text.count {
      let line = text[start...]
      if line.starts(with: repeatElement(blank, count: 4)) { return true }
      switch line.first(where: { $0 != blank }) {
      case UInt8(ascii: "="), UInt8(ascii: "-"), UInt8(ascii: "\t"): return true
      default: break
      }
      guard let end = memchr(base + start, 0x0A, text.count - start) else { return false }
      start = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(end)) + 1
    }
    return false
  }

  mutating func cover(_ range: Range<Int>, with byte: UInt8) {
    for place in range { text[place] = byte }
  }

  /// The same, with line ends left as they are.
  private mutating func coverLines(_ range: Range<Int>, with byte: UInt8) {
    for place in range where text[place] != UInt8(ascii: "\n") { text[place] = byte }
  }

  // MARK: Addresses

  private mutating func maskAddresses() {
    var place = 0
    while place < text.count {
      place = text[place] == UInt8(ascii: "h") ? maskAddress(at: place) : place + 1
    }
  }

  mutating func maskAddress(at place: Int) -> Int {
    guard let start = addressBody(at: place, in: text) else { return place + 1 }
    let end = text[start...].firstIndex(where: \.endsAddress) ?? text.count
    cover(place..<end, with: ProseMask.wall)
    return end
  }

  // MARK: Plain text and Markdown

  private mutating func maskPlain() {
    forEachLine { mask, line in
      if mask.text[line].first(where: { !$0.isIndent }) == UInt8(ascii: ">") {
        mask.cover(line, with: ProseMask.wall)
      }
    }
    maskAddresses()
  }

  private mutating func maskMarkdown() {
    maskComments()
    var lines = MarkdownLines()
    forEachLine { mask, line in
      let hidden = lines.hidden(by: mask.text[line])
      if let hidden { mask.coverLines(hidden, with: ProseMask.wall) }
    }
    maskCodeSpans()
    maskAddresses()
  }

  /// Without the line ends, which stay.
  private mutating func forEachLine(_ body: (inout ProseMask, Range<Int>) -> Void) {
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
      body(&self, start..<end)
      start = end + 1
    }
  }

  private mutating func maskComments() {
    let (open, close) = (Array("<!--".utf8), Array("-->".utf8))
    var place = 0
    while let start = find(open, from: place) {
      let end = find(close, from: start + open.count).map { $0 + close.count } ?? text.count
      cover(start..<end, with: ProseMask.wall)
      place = end
    }
  }

  private func find(_ wanted: [UInt8], from start: Int) -> Int? {
    var place = start
    while let next = text[place...].firstIndex(of: wanted[0]) {
      if text[next...].starts(with: wanted) { return next }
      place = next + 1
    }
    return nil
  }

  /// Between two runs of as many backticks in one paragraph.
  private mutating func maskCodeSpans() {
    var place = 0
    while let open = text[place...].firstIndex(of: UInt8(ascii: "`")) {
      let length = runOfBackticks(at: open)
      place = open + length
      guard let close = closing(length, from: place) else { continue }
      cover(open..<close + length, with: ProseMask.wall)
      place = close + length
    }
  }

  private func closing(_ length: Int, from start: Int) -> Int? {
    var place = start
    while place < text.count {
      if text[place] == UInt8(ascii: "`") {
        let run = runOfBackticks(at: place)
        if run == length { return place }
        place += run
      } else if text[place] == UInt8(ascii: "\n"), place + 1 < text.count,
        text[place + 1] == UInt8(ascii: "\n")
      {
        return nil
      } else {
        place += 1
      }
    }
    return nil
  }

  private func runOfBackticks(at place: Int) -> Int {
    (text[place...].firstIndex { $0 != UInt8(ascii: "`") } ?? text.count) - place
  }
}

/// The words of HTML, one line a paragraph, as a program for plain text would show them.
///
/// `<p>a &amp; b<br>c</p><ul><li>d</ul>` → `a & b\nc\n\n- d`
package struct HTMLText {
  private static let paragraphs: Set<String> = [
    "p", "blockquote", "pre", "ul", "ol", "dl", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
  ]
  private static let lines: Set<String> = [
    "div", "br", "li", "tr", "dt", "dd", "section", "article", "header", "footer", "center",
  ]

  package private(set) var text: [UInt8] = []
  /// Line ends that are owed before the next word.
  private var owed = 0
  private var owesBlank = false
  private var preformatted = 0
  private let leavesOutQuotes: Bool
  private var quotes = 0

  /// `leavesOutQuotes` leaves out what stands in `<blockquote>`, as mail programs quote.
  package init(_ html: [UInt8], leavingOutQuotes: Bool = false) {
    leavesOutQuotes = leavingOutQuotes
    for piece in HTMLPieces(html) {
      switch piece {
      case .text(let bytes): if quotes == 0 { add(CharacterReference.decoded(bytes)) }
      case .start(let tag): start(tag)
      case .end(let name): end(name)
      }
    }
  }

  private mutating func start(_ tag: HTMLTag) {
    if tag.name == "blockquote", leavesOutQuotes { quotes += 1 }
    breakLine(at: tag.name)
    if tag.name == "pre" { preformatted += 1 }
    guard quotes == 0 else { return }
    if tag.name == "li" { add(Array("- ".utf8)) }
    if tag.name == "img", let words = tag["alt"] { add(Array(words.utf8)) }
  }

  private mutating func end(_ name: String) {
    if name == "blockquote", leavesOutQuotes { quotes = max(0, quotes - 1) }
    breakLine(at: name)
    if name == "pre" { preformatted = max(0, preformatted - 1) }
  }

  private mutating func breakLine(at name: String) {
    owesBlank = false
    if HTMLText.paragraphs.contains(name) {
      owed = 2
    } else if name == "br" {
      owed = min(2, owed + 1)
    } else if HTMLText.lines.contains(name) {
      owed = max(owed, 1)
    }
  }

  private mutating func add(_ words: [UInt8]) {
    for byte in words {
      if isWhiteSpace(byte), preformatted == 0 {
        owesBlank = true
        continue
      }
      settle()
      text.append(byte)
    }
  }

  private mutating func settle() {
    if !text.isEmpty, owed > 0 {
      text += repeatElement(UInt8(ascii: "\n"), count: owed)
    } else if owesBlank, !text.isEmpty {
      text.append(UInt8(ascii: " "))
    }
    owed = 0
    owesBlank = false
  }
}

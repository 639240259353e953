/// What in a text of HTML is not its author's own prose.
extension ProseMask {
  mutating func maskHTML() {
    var place = 0
    while place < text.count {
      switch text[place] {
      case UInt8(ascii: "<"): place = maskTag(at: place)
      case UInt8(ascii: "&"): place = maskEntity(at: place)
      case UInt8(ascii: "h"): place = maskAddress(at: place)
      default: place += 1
      }
    }
  }

  /// A tag, or an element whose content is not the author's prose; the place behind it.
  private mutating func maskTag(at place: Int) -> Int {
    guard place + 1 < text.count, text[place + 1].isTagStart else { return place + 1 }
    let close = text[place...].firstIndex(of: UInt8(ascii: ">"))
    if let close, let name = hiddenName(at: place + 1), opens(name, at: place) {
      let end = endOfElement(name, from: close + 1)
      cover(place..<end, with: ProseMask.wall)
      return end
    }
    let end = close.map { $0 + 1 } ?? text.count
    cover(place..<end, with: ProseMask.blank)
    return end
  }

  /// The only element whose content is not the author's prose that a name may be; `h` is any heading.
  private func hiddenName(at place: Int) -> String? {
    switch text[place] | 0x20 {
    case UInt8(ascii: "b"): "blockquote"
    case UInt8(ascii: "c"): "code"
    case UInt8(ascii: "h"): "h"
    case UInt8(ascii: "p"): "pre"
    default: nil
    }
  }

  private func opens(_ name: String, at place: Int) -> Bool {
    guard let end = endOfName(name, at: place + 1), end < text.count else { return false }
    return text[end] <= 0x20 || text[end] == UInt8(ascii: "/") || text[end] == UInt8(ascii: ">")
  }

  /// Behind the end of an element whose content begins at a place; the end of the text where there is
  /// none. A heading ends with the first tag that closes one, the others may stand in one another.
  private func endOfElement(_ name: String, from start: Int) -> Int {
    var depth = 1
    var place = start
    while let open = text[place...].firstIndex(of: UInt8(ascii: "<")) {
      place = open + 1
      if let end = endOfClosingTag(name, at: open) {
        depth -= 1
        if depth == 0 { return end }
      } else if name != "h", opens(name, at: open) {
        depth += 1
      }
    }
    return text.count
  }

  /// Behind `</name>`; nil where none is at a place.
  private func endOfClosingTag(_ name: String, at place: Int) -> Int? {
    guard place + 1 < text.count, text[place + 1] == UInt8(ascii: "/"),
      let end = endOfName(name, at: place + 2),
      let next = text[end...].firstIndex(where: { $0 > 0x20 }), text[next] == UInt8(ascii: ">")
    else { return nil }
    return next + 1
  }

  private func endOfName(_ name: String, at place: Int) -> Int? {
    let end = place + name.utf8.count
    guard end <= text.count, zip(text[place...], name.utf8).allSatisfy({ $0 | 0x20 == $1 }) else {
      return nil
    }
    if name != "h" { return end }
    return end < text.count && (0x31...0x36).contains(text[end]) ? end + 1 : nil
  }

  /// `&amp;` → a gap; nobody means it as a word.
  private mutating func maskEntity(at place: Int) -> Int {
    var end = place + 1
    if end < text.count, text[end] == UInt8(ascii: "#") { end += 1 }
    let start = end
    while end < text.count, text[end].isAlphanumeric { end += 1 }
    guard (1...31).contains(end - start), end < text.count, text[end] == UInt8(ascii: ";") else {
      return place + 1
    }
    cover(place..<end + 1, with: ProseMask.blank)
    return end + 1
  }
}

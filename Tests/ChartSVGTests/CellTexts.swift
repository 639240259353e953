import Foundation

/// Where a text placed in percent of a cell begins and ends, in px from the edge of the cell.
struct CellText: CustomStringConvertible {
  var text: String
  var left: Double
  var right: Double

  var description: String { "“\(text)” from \(left) to \(right)" }
}

/// The texts of the drawings inside the cells of a table of bars, each cell so many px wide, of which
/// the style sheet keeps the room the table's class asks for: right of bars, on both sides of both.
func cellTexts(in bytes: [UInt8], cell width: Double) -> [CellText] {
  let markup = String(decoding: bytes, as: UTF8.self)
  let classes = markup.components(separatedBy: "class=\"")[1].prefix { $0 != "\"" }.split(
    separator: " ")
  let rem = classes.first { $0.hasPrefix("room-") }.flatMap { Double($0.dropFirst(5)) } ?? 0
  let before = classes.contains("both") ? rem * 16 : 0
  let inner = width - before - rem * 16
  return markup.components(separatedBy: "<text x=\"").dropFirst().compactMap { piece in
    guard let percent = Double(piece.prefix { $0 != "%" }) else { return nil }
    let tag = piece.prefix { $0 != ">" }
    let text = piece.dropFirst(tag.count + 1).components(separatedBy: "</text>")[0]
    let length = Double(text.count) * 13 * 0.62
    let start = before + percent / 100 * inner
    return tag.contains("text-anchor=\"end\"")
      ? CellText(text: text, left: start - 6 - length, right: start - 6)
      : CellText(text: text, left: start + 6, right: start + 6 + length)
  }
}

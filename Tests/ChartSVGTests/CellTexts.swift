import Foundation

/// Where a text placed in percent of a cell begins and ends in the narrowest one, in px.
struct CellText: CustomStringConvertible {
  var text: String
  var left: Double
  var right: Double

  var description: String { "“\(text)” from \(left) to \(right)" }
}

/// The texts of the drawings inside the cells of a table, each cell 180 px wide.
func cellTexts(in bytes: [UInt8]) -> [CellText] {
  String(decoding: bytes, as: UTF8.self).components(separatedBy: "<text x=\"").dropFirst()
    .compactMap { piece in
      guard let percent = Double(piece.prefix { $0 != "%" }) else { return nil }
      let tag = piece.prefix { $0 != ">" }
      let text = piece.dropFirst(tag.count + 1).components(separatedBy: "</text>")[0]
      let width = Double(text.count) * 13 * 0.62
      let start = percent * 1.8
      return tag.contains("text-anchor=\"end\"")
        ? CellText(text: text, left: start - 6 - width, right: start - 6)
        : CellText(text: text, left: start + 6, right: start + 6 + width)
    }
}

internal import Basics

/// The bars of a bar table, in the cells of a page and in a drawing of their own.
struct BarRows {
  private let table: BarTable
  private let rows: [BarTable.Row]
  /// The value a full bar stands for.
  private let longest: Double

  init(_ table: BarTable, _ rows: [BarTable.Row]) {
    self.table = table
    self.rows = rows
    longest = rows.compactMap(\.value.drawable).max() ?? 0
  }

  /// The part of a full bar that stands for a value; below zero there is no bar.
  private func length(_ value: ChartValue) -> Double {
    guard let value = value.drawable, longest > 0 else { return 0 }
    return max(0, value / longest)
  }

  private var widestMark: Double {
    let drawn = rows.filter { $0.value.drawable != nil }
    return drawn.map { TextStyle.label.width(of: $0.value.mark(table.unit, table.heading.wording)) }
      .max() ?? 0
  }

  var html: String {
    let head = "<th scope=\"col\">\(xmlText(table.nameHeader))</th>"
    let barHead = "<th scope=\"col\" class=\"bar\">\(xmlText(table.valueHeader))</th>"
    return """
      <table class="bars \(roomClass(widestMark))"><caption class="vh">\(xmlText(table.heading.measure))</caption>\
      <thead><tr>\(head)\(barHead)</tr></thead>\
      <tbody>\(rows.map(row).joined())</tbody></table>
      """
  }

  private func row(_ row: BarTable.Row) -> String {
    let head = rowHead(row.name, link: row.link, note: row.note)
    guard row.value.drawable != nil else {
      let mark =
        row.value == .suppressed
        ? wording.suppressedMark : xmlText(row.value.words(table.unit, wording))
      return "<tr>\(head)<td class=\"bar supp\">\(mark)</td></tr>"
    }
    let end = part(length(row.value))
    let mark = row.value.mark(table.unit, wording)
    return """
      <tr>\(head)<td class="bar">\(spoken(mark))<svg aria-hidden="true">\
      <rect class="\(fill(row))" x="0" width="\(end)" y="1" height="16"/>\
      <text x="\(end)" dx="6" y="14" class="lab">\(xmlText(mark))</text></svg></td></tr>
      """
  }

  private func fill(_ row: BarTable.Row) -> String { row.isRest ? "fx" : "f1" }

  var drawing: Drawing {
    let width = Variant.large.width
    var canvas = SVGCanvas()
    let left = nameColumn(rows.map(\.name), share: 0.35, of: width)
    let room = width - left - widestMark - 10
    for (index, row) in rows.enumerated() {
      let y = 30 * Double(index)
      let end = left + length(row.value) * room
      canvas.text(
        PlacedText(
          text: fitted(row.name, to: left - 12, .plain), at: Place(x: 0, y: y + 16)))
      if row.value.drawable != nil {
        canvas.rectangle(Box(left: left, top: y + 3, right: end, bottom: y + 19), class: fill(row))
      }
      let mark = fitted(row.value.mark(table.unit, wording), to: width - end - 6, .label)
      canvas.text(
        PlacedText(text: mark, at: Place(x: end + 6, y: y + 16), style: .label))
    }
    return Drawing(
      body: canvas.bytes, width: width, height: max(30, 30 * Double(rows.count)),
      title: wording(.barChart, ["measure": .text(table.heading.measure)]),
      description: description)
  }

  private var wording: Wording { table.heading.wording }

  private var description: String {
    rows.map { "\($0.name): \($0.value.words(table.unit, wording))." }.joined(separator: " ")
  }
}

/// The width of a column of names in a drawing, with its gap: as wide as the widest, up to a share.
func nameColumn(_ names: [String], share: Double, of width: Double) -> Double {
  let widest = names.map { TextStyle.label.width(of: $0) }.max() ?? 0
  return min(widest + 12, width * share).rounded(.up)
}

/// The class that keeps room beside the bars for the widest figure, in whole rem of 16 px:
/// `room-3` to `room-8`; the drawing overflows into that room, so that figures fit at any width.
func roomClass(_ widest: Double) -> String {
  "room-\(min(8, max(3, Int(((widest + 8) / 16).rounded(.up)))))"
}

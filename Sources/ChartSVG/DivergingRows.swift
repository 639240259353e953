internal import Basics

/// The rows of diverging bars, in the cells of a page and in a drawing of their own.
struct DivergingRows {
  let bars: DivergingBars
  let rows: [DivergingBars.Row]
  /// The value a bar of half the cell would stand for, before room is made for the figures.
  private let longest: Double
  /// One for both sides, so that their numbers can be compared digit by digit.
  let unit: ChartUnit
  var wording: Wording { bars.heading.wording }

  init(_ bars: DivergingBars) {
    self.bars = bars
    rows = bars.keepsOrder ? bars.rows : bars.sortedRows
    let values = rows.flatMap { [$0.left, $0.right] }.compactMap(\.drawable)
    longest = values.max() ?? 0
    unit = .fitting(values)
  }

  func length(_ value: ChartValue) -> Double {
    guard let value = value.drawable, longest > 0 else { return 0 }
    return max(0, value / longest)
  }

  var widestMark: Double {
    let marks = rows.flatMap { [mark($0.left), mark($0.right)] }
    return marks.map { TextStyle.label.width(of: $0) }.max() ?? 0
  }

  /// A reason would not fit beside the centre line: it is spoken, and stands in the data table.
  func mark(_ value: ChartValue) -> String {
    if case .missing = value { return "–" }
    return value.mark(unit, wording)
  }

  var html: String {
    let sides = """
      <span class="sides"><span class="lft">\(xmlText(bars.left.header))</span>\
      <span class="rgt">\(xmlText(bars.right.header))</span></span>
      """
    let ratio = bars.ratioHeader.map { "<th scope=\"col\" class=\"r\">\(xmlText($0))</th>" } ?? ""
    return """
      <table class="\(className)"><caption class="vh">\(xmlText(bars.heading.measure))</caption>\
      <thead><tr><th scope="col">\(xmlText(bars.nameHeader))</th>\
      <th scope="col" class="bar">\(sides)</th>\(ratio)</tr></thead>\
      <tbody>\(rows.map(row).joined())</tbody></table>
      """
  }

  private var className: String {
    "bars both \(roomClass(widestMark))" + (bars.ratioHeader == nil ? "" : " ratio")
  }

  private func row(_ row: DivergingBars.Row) -> String {
    let words = "\(words(row.left, bars.left)), \(words(row.right, bars.right))"
    let ratio =
      bars.ratioHeader == nil ? "" : "<td class=\"r\">\(row.ratioCell(wording).html(wording))</td>"
    return """
      <tr>\(rowHead(row.name, link: row.link))<td class="bar">\(spoken(words))\
      <svg aria-hidden="true"><line x1="50%" x2="50%" y1="-6" y2="24" class="axis"/>\
      \(half(row.left, isLeft: true))\(half(row.right, isLeft: false))</svg></td>\(ratio)</tr>
      """
  }

  func words(_ value: ChartValue, _ side: DivergingBars.Side) -> String {
    value.drawable == nil
      ? "\(side.header): \(value.words(unit, wording))"
      : "\(value.words(unit, wording)) \(side.word)"
  }

  private func half(_ value: ChartValue, isLeft: Bool) -> String {
    let size = length(value) / 2
    let end = part(isLeft ? 0.5 - size : 0.5 + size)
    let bar = """
      <rect class="\(isLeft ? "f2" : "f1")" x="\(isLeft ? end : "50%")" width="\(part(size))" \
      y="1" height="16"/>
      """
    let anchor = isLeft ? "dx=\"-6\" text-anchor=\"end\"" : "dx=\"6\""
    let style = value.drawable == nil ? "" : " class=\"lab\""
    let mark = "<text x=\"\(end)\" \(anchor) y=\"14\"\(style)>\(xmlText(mark(value)))</text>"
    return value.drawable == nil ? mark : bar + mark
  }
}

extension DivergingBars {
  /// By right minus left, largest first; rows with a withheld side last.
  fileprivate var sortedRows: [Row] {
    rows.enumerated().sorted { left, right in
      let (l, r) = (left.element.balance, right.element.balance)
      if let l, let r { return (-l, left.offset) < (-r, right.offset) }
      return l == nil && r == nil ? left.offset < right.offset : l != nil
    }.map(\.element)
  }
}

extension DivergingBars.Row {
  fileprivate var balance: Double? {
    guard let left = left.drawable, let right = right.drawable else { return nil }
    return right - left
  }

  /// Right for each left; nil where one is unknown or the left is nothing.
  fileprivate var ratio: Double? {
    guard let left = left.drawable, let right = right.drawable, left > 0 else { return nil }
    return right / left
  }

  func ratioCell(_ wording: Wording) -> DataTable.Cell {
    if left == .suppressed || right == .suppressed { return .suppressed }
    for case .missing(let reason) in [left, right] { return .missing(reason: reason) }
    guard let ratio else { return .missing(reason: wording(.doesNotApply)) }
    return .number(shown: wording.numbers.text(ratio, places: 1), raw: rawNumber(ratio))
  }
}

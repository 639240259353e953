/// Makes a drawing a file of its own: heading above, key and credit below, styles inside.
func standalone(_ drawing: Drawing, _ heading: ChartHeading, key: [KeyEntry] = []) -> [UInt8] {
  let margin = 24.0
  let width = drawing.width + 2 * margin
  var page = SVGCanvas()
  var y = margin + 4
  y = page.paragraph(heading.title, at: Place(x: margin, y: y), drawing.width, .heading)
  y = page.paragraph(heading.measure, at: Place(x: margin, y: y), drawing.width, .plain)
  page.write("<g transform=\"translate(\(coordinate(margin)) \(coordinate(y)))\">")
  page.write(String(decoding: drawing.body, as: UTF8.self))
  page.write("</g>")
  y = page.key(key, at: Place(x: margin, y: y + drawing.height + 24), drawing.width)
  y = page.paragraph(heading.credit, at: Place(x: margin, y: y + 4), drawing.width, .plain)
  let size = (width: coordinate(width), height: coordinate(y))
  // A file's own title and description need no reference, and validators refuse one here.
  let opening = """
    <?xml version="1.0" encoding="UTF-8"?>
    <svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 \(size.width) \(size.height)" \
    width="\(size.width)" height="\(size.height)">\
    <title>\(xmlText(heading.title))</title>\
    <desc>\(xmlText(drawing.title + ". " + drawing.description))</desc>\
    \(standaloneStyle(heading.colours))<rect class="paper" width="100%" height="100%"/>
    """
  return Array(opening.utf8) + page.bytes + Array("</svg>\n".utf8)
}

extension SVGCanvas {
  /// Writes a text in as many lines as it needs; the base line of what may follow.
  fileprivate mutating func paragraph(
    _ text: String, at start: Place, _ width: Double, _ style: TextStyle
  ) -> Double {
    let leading = (style.size * 1.35).rounded(.up)
    var y = start.y
    for line in wrapped(text, to: width, style) {
      y += leading
      self.text(PlacedText(text: line, at: Place(x: start.x, y: y - 4), style: style))
    }
    return y + 8
  }

  /// Writes the key in two columns, and the usual range, which takes more words, in a row of its own;
  /// the base line of what may follow.
  fileprivate mutating func key(_ entries: [KeyEntry], at start: Place, _ width: Double) -> Double {
    let column = width / 2
    let marks = entries.filter { $0.kind != .usualRange }
    for (index, entry) in marks.enumerated() {
      let place = Place(
        x: start.x + Double(index % 2) * column, y: start.y + Double(index / 2) * 20)
      text(PlacedText(text: fitted(entry.mark, to: 30, .label), at: place, style: .label))
      words(of: entry, at: place, column)
    }
    var rows = (marks.count + 1) / 2
    for entry in entries where entry.kind == .usualRange {
      let place = Place(x: start.x, y: start.y + Double(rows) * 20)
      rectangle(
        Box(left: place.x, top: place.y - 11, right: place.x + 20, bottom: place.y + 1),
        class: "range")
      words(of: entry, at: place, width)
      rows += 1
    }
    return start.y + Double(rows) * 20 - (entries.isEmpty ? 12 : 0)
  }

  private mutating func words(of entry: KeyEntry, at place: Place, _ width: Double) {
    let words = fitted("\(entry.name), \(entry.dates)", to: width - 48, .annotation)
    text(PlacedText(text: words, at: Place(x: place.x + 32, y: place.y), style: .annotation))
  }
}

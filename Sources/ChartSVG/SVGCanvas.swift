/// Writes the elements of a drawing and remembers where its texts stand.
struct SVGCanvas {
  private(set) var bytes: [UInt8] = []
  /// The boxes of everything that no text may cover.
  private(set) var occupied: [Box] = []

  /// Whether a text may stand there without touching another.
  func isFree(_ box: Box, gap: Double = 2) -> Bool {
    !occupied.contains { $0.overlaps(box, gap: gap) }
  }

  mutating func reserve(_ box: Box) { occupied.append(box) }

  mutating func text(_ placed: PlacedText) {
    guard !placed.text.isEmpty else { return }
    occupied.append(placed.box)
    var attributes = ""
    if !placed.style.className.isEmpty { attributes += " class=\"\(placed.style.className)\"" }
    attributes += " x=\"\(coordinate(placed.at.x))\" y=\"\(coordinate(placed.at.y))\""
    if placed.anchor != .start { attributes += " text-anchor=\"\(placed.anchor.rawValue)\"" }
    write("<text\(attributes)>\(xmlText(placed.text))</text>")
  }

  /// A path; `attributes` are presentation attributes such as ` stroke-dasharray="6 3"`.
  mutating func path(_ data: String, class name: String, attributes: String = "") {
    write("<path class=\"\(name)\" d=\"\(data)\"\(attributes)/>")
  }

  mutating func line(from start: Place, to end: Place, class name: String, dash: String? = nil) {
    let attributes = dash.map { " stroke-dasharray=\"\($0)\"" } ?? ""
    path("M\(start.text)L\(end.text)", class: name, attributes: attributes)
  }

  mutating func rectangle(_ box: Box, class name: String) {
    write(
      """
      <rect class="\(name)" x="\(coordinate(box.left))" y="\(coordinate(box.top))" \
      width="\(coordinate(max(0, box.right - box.left)))" \
      height="\(coordinate(max(0, box.bottom - box.top)))"/>
      """)
  }

  mutating func disc(at centre: Place, radius: Double, class name: String) {
    write(
      """
      <circle class="\(name)" cx="\(coordinate(centre.x))" cy="\(coordinate(centre.y))" \
      r="\(coordinate(radius))"/>
      """)
  }

  mutating func write(_ markup: String) { bytes += markup.utf8 }
}

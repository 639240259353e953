import Foundation

/// A text of a drawing as a reader's eye finds it, read back from the markup.
struct DrawnText {
  let text: String
  let x: Double
  let y: Double
  let anchor: String
  let classes: [Substring]
  let size: Double
  /// The design document's estimate: characters × size × 0.62, East Asian wide ones twice.
  let width: Double

  init(text: String, at place: (x: Double, y: Double), anchor: String, classes: [Substring]) {
    self.text = text
    (x, y) = place
    self.anchor = anchor
    self.classes = classes
    size =
      switch classes {
      case let names where names.contains("head"): 19
      case let names where names.contains("bandlab"): 12.5
      case let names where names.contains("disc") || names.contains("sm"): 12.5
      default: 13
      }
    width = text.reduce(0) { $0 + (isWide($1) ? 1.24 : 0.62) } * size
  }

  var left: Double {
    switch anchor {
    case "middle": x - width / 2
    case "end": x - width
    default: x
    }
  }

  /// Whether the ink of the two meets: letters reach about 0.75 above and 0.2 below the base line.
  func covers(_ other: DrawnText) -> Bool {
    left < other.left + other.width && other.left < left + width
      && y - 0.75 * size < other.y + 0.2 * other.size
      && other.y - 0.75 * other.size < y + 0.2 * size
  }

}

private func isWide(_ character: Character) -> Bool {
  guard let value = character.unicodeScalars.first?.value else { return false }
  return (0x1100...0x115F).contains(value) || (0x2E80...0xA4CF).contains(value)
    || (0xAC00...0xD7A3).contains(value) || (0xFF00...0xFF60).contains(value)
    || (0x1F300...0x1FAFF).contains(value)
}

/// One `svg` element of a page.
struct ReadDrawing {
  var markup: String
  var className: String
  var width: Double
  var height: Double

  /// With the translations of the groups around them added up.
  var texts: [DrawnText] {
    var shifts: [(x: Double, y: Double)] = [(0, 0)]
    var texts: [DrawnText] = []
    for piece in markup.components(separatedBy: "<").dropFirst() {
      let tag = piece.prefix { $0 != ">" }
      let shift = shifts[shifts.count - 1]
      if tag.hasPrefix("g transform") {
        let numbers = tag.split { !"0123456789.-".contains($0) }.compactMap { Double($0) }
        shifts.append((shift.x + numbers[0], shift.y + numbers[1]))
      } else if tag == "/g" {
        shifts.removeLast()
      } else if tag.hasPrefix("text "), let x = number("x", in: tag), let y = number("y", in: tag) {
        texts.append(
          DrawnText(
            text: unescaped(String(piece.dropFirst(tag.count + 1))),
            at: (x + shift.x, y + shift.y), anchor: attribute("text-anchor", in: tag) ?? "start",
            classes: (attribute("class", in: tag) ?? "").split(separator: " ")))
      }
    }
    return texts
  }

  /// What the eye would find wrong: texts that meet, are cut off or are too small.
  var faults: [String] {
    let texts = texts
    var faults: [String] = []
    for (index, text) in texts.enumerated() {
      if text.left < -0.5 || text.left + text.width > width + 0.5 || text.y < 9 || text.y > height {
        faults.append("“\(text.text)” is cut off at \(text.left), \(text.y)")
      }
      for other in texts[(index + 1)...] where text.covers(other) {
        faults.append("“\(text.text)” covers “\(other.text)”")
      }
    }
    return faults
  }

  /// The `d` of the paths whose first class is `name`.
  func paths(_ name: String) -> [String] { values(of: "d", inElements: "path", class: name) }

  func values(of key: String, inElements element: String, class name: String) -> [String] {
    markup.components(separatedBy: "<\(element)").dropFirst().compactMap { piece in
      let tag = piece.prefix { $0 != ">" }
      let classes = (attribute("class", in: tag) ?? "").split(separator: " ")
      return classes.contains(Substring(name)) ? attribute(key, in: tag) : nil
    }
  }

  var description: String {
    unescaped(
      markup.components(separatedBy: "<desc").last?.components(separatedBy: "</desc>").first?
        .components(separatedBy: ">").last ?? "")
  }
}

/// The drawings in a piece of markup, in order.
func drawings(in bytes: [UInt8]) -> [ReadDrawing] {
  String(decoding: bytes, as: UTF8.self).components(separatedBy: "<svg").dropFirst().map { piece in
    let tag = piece.prefix { $0 != ">" }
    let box = (attribute("viewBox", in: tag) ?? "").split(separator: " ").compactMap { Double($0) }
    return ReadDrawing(
      markup: piece.components(separatedBy: "</svg>")[0],
      className: attribute("class", in: tag) ?? "", width: box.count == 4 ? box[2] : 0,
      height: box.count == 4 ? box[3] : 0)
  }
}

private func attribute(_ name: String, in tag: Substring) -> String? {
  guard let start = tag.range(of: " \(name)=\"") else { return nil }
  return String(tag[start.upperBound...].prefix { $0 != "\"" })
}

/// A number in user units; percentages are none.
private func number(_ name: String, in tag: Substring) -> Double? {
  attribute(name, in: tag).flatMap(Double.init)
}

private func unescaped(_ text: String) -> String {
  [("&lt;", "<"), ("&gt;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(text) {
    $0.replacingOccurrences(of: $1.0, with: $1.1)
  }
}

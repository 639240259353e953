/// A text with its place.
struct PlacedText: Hashable {
  enum Anchor: String, Hashable { case start, middle, end }

  var text: String
  /// The end of the base line that `anchor` names.
  var at: Place
  var anchor: Anchor = .start
  var style: TextStyle = .plain

  /// What it will cover, from the top of its ascenders to the foot of its descenders.
  var box: Box {
    let width = style.width(of: text)
    let left =
      switch anchor {
      case .start: at.x
      case .middle: at.x - width / 2
      case .end: at.x - width
      }
    return Box(
      left: left, top: at.y - 0.95 * style.size, right: left + width,
      bottom: at.y + 0.25 * style.size)
  }

  /// The same text moved sideways as little as keeps it between two edges.
  func pushed(between left: Double, and right: Double) -> PlacedText {
    var moved = self
    let box = box
    if box.right > right { moved.at.x -= box.right - right }
    let start = moved.box.left
    if start < left { moved.at.x += left - start }
    return moved
  }
}

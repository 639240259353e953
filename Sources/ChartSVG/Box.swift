/// A rectangle of a drawing.
struct Box: Hashable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  /// Whether the two share more than an edge, with `gap` kept free around them.
  func overlaps(_ other: Box, gap: Double = 0) -> Bool {
    left < other.right + gap && other.left < right + gap
      && top < other.bottom + gap && other.top < bottom + gap
  }

  func contains(_ other: Box) -> Bool {
    left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
  }

  func contains(_ place: Place) -> Bool {
    left <= place.x && place.x <= right && top <= place.y && place.y <= bottom
  }
}

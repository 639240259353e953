/// A stretch of one template's text: which source, and its bytes.
struct Place: Sendable, Hashable {
  var source: Int32
  var start: Int32
  var end: Int32

  init(source: Int, _ range: Range<Int>) {
    self.source = Int32(source)
    start = Int32(range.lowerBound)
    end = Int32(range.upperBound)
  }

  var range: Range<Int> { Int(start)..<Int(end) }

  /// From the start of this place to the end of the other, in the same source.
  func through(_ other: Place) -> Place {
    Place(source: Int(source), Int(start)..<max(Int(start), Int(other.end)))
  }
}

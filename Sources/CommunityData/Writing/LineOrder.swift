internal import Basics
internal import JSONText

/// Where a line stands among others: items are in order of (published, id).
struct LineOrder: Sendable, Comparable {
  var published: Int64
  /// Without escapes.
  var id: [UInt8]

  static func < (left: LineOrder, right: LineOrder) -> Bool {
    left.published == right.published
      ? left.id.lexicographicallyPrecedes(right.id) : left.published < right.published
  }
}

extension LineOrder {
  /// That of a line as ``ItemLine`` writes it; nil for any other.
  init?(line: UnsafeBufferPointer<UInt8>) {
    guard LineOrder.stands(ItemField.id.label, in: line, at: 0),
      let id = LineOrder.text(in: line, behind: ItemField.id.label.utf8CodeUnitCount)
    else { return nil }
    // A comma inside of a text has no quote behind it that is not escaped.
    let label = ItemField.published.label
    var index = id.upperBound + 1
    while index < line.count, !LineOrder.stands(label, in: line, at: index) { index += 1 }
    guard let moment = LineOrder.text(in: line, behind: index + label.utf8CodeUnitCount),
      let published = Timestamp(bytes: UnsafeBufferPointer(rebasing: line[moment]))
    else { return nil }
    self.published = published.secondsSinceEpoch
    self.id = unescaped(UnsafeBufferPointer(rebasing: line[id]))
  }

  private static func stands(
    _ label: StaticString, in line: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> Bool {
    let label = UnsafeBufferPointer(start: label.utf8Start, count: label.utf8CodeUnitCount)
    return index + label.count <= line.count
      && isEqual(UnsafeBufferPointer(rebasing: line[index..<index + label.count]), label)
  }

  /// What stands between the quotes of a text; the first stands at the index.
  private static func text(
    in line: UnsafeBufferPointer<UInt8>, behind index: Int
  ) -> Range<Int>? {
    guard index < line.count, line[index] == UInt8(ascii: "\"") else { return nil }
    var end = index + 1
    while end < line.count, line[end] != UInt8(ascii: "\"") {
      end += line[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    return end < line.count ? index + 1..<end : nil
  }
}

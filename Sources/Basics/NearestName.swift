/// The known name an author most likely meant, or nil when nothing is near.
///
/// `nearestName(to: "titel", among: ["title", "date"])` → `"title"`. Near means a Damerau–Levenshtein
/// distance (insert, delete, replace, swap of neighbours) of at most a third of the letters, but of one
/// at least; ties go to the name that comes first in alphabetical order.
package func nearestName(to typed: String, among known: some Sequence<String>) -> String? {
  var edits = EditDistance(from: typed)
  let limit = max(1, edits.count / 3)
  var best: (name: String, distance: Int)?
  for name in known {
    guard let distance = edits.distance(to: name, atMost: best?.distance ?? limit) else { continue }
    if best.map({ (distance, name) < ($0.distance, $0.name) }) ?? true { best = (name, distance) }
  }
  return best?.name
}

/// The fix text of an unknown name: ``did you mean `title`?``, or nil.
package func suggestion(for typed: String, among known: some Sequence<String>) -> String? {
  nearestName(to: typed, among: known).map { "did you mean `\($0)`?" }
}

/// Counts the edits from one text to others, whatever their case, and stops where they are too many: a
/// large site asks this of every block of code in a language that is none of the known.
private struct EditDistance {
  private let text: [Unicode.Scalar]
  private let letters: Letters?
  private var other: [Unicode.Scalar] = []
  private var beforePrevious: [Int] = []
  private var previous: [Int] = []
  private var current: [Int] = []

  init(from text: String) {
    self.text = Array(text.lowercased().unicodeScalars)
    letters = Letters(of: text)
  }

  var count: Int { text.count }

  /// nil where there are more edits than the limit.
  mutating func distance(to name: String, atMost limit: Int) -> Int? {
    // Every letter too many or too few is an edit; most names are ruled out by their length, which
    // that of their bytes is at least.
    guard name.utf8.count >= text.count - limit else { return nil }
    if let letters, let others = Letters(of: name), letters.edits(to: others) > limit { return nil }
    read(name)
    guard abs(other.count - text.count) <= limit else { return nil }
    start()
    for row in text.indices {
      fill(row)
      // Later rows are made of the last two.
      if (current.min() ?? 0) > limit, (previous.min() ?? 0) > limit { return nil }
      swap(&beforePrevious, &previous)
      swap(&previous, &current)
    }
    return previous[other.count] <= limit ? previous[other.count] : nil
  }

  /// Which letters a text has, in 32 classes that do not know of case.
  private struct Letters {
    private var classes: UInt32 = 0

    /// nil for a text that is not ASCII.
    init?(of text: String) {
      for byte in text.utf8 {
        guard byte < 0x80 else { return nil }
        classes |= 1 << UInt32(byte & 31)
      }
    }

    /// An edit brings or takes one letter, so that there are at least as many edits as classes that only
    /// one of the texts has.
    func edits(to other: Letters) -> Int {
      max((classes & ~other.classes).nonzeroBitCount, (other.classes & ~classes).nonzeroBitCount)
    }
  }

  /// Into the room that the name before had.
  private mutating func read(_ name: String) {
    other.removeAll(keepingCapacity: true)
    other.append(contentsOf: name.lowercased().unicodeScalars)
  }

  private mutating func start() {
    previous.removeAll(keepingCapacity: true)
    previous.append(contentsOf: 0...other.count)
    // Of these only the length matters.
    beforePrevious.removeAll(keepingCapacity: true)
    beforePrevious.append(contentsOf: previous)
    current.removeAll(keepingCapacity: true)
    current.append(contentsOf: previous)
  }

  private mutating func fill(_ row: Int) {
    current[0] = row + 1
    for column in other.indices {
      let isSame = text[row] == other[column]
      var edits = min(
        previous[column + 1] + 1, current[column] + 1, previous[column] + (isSame ? 0 : 1))
      if row > 0, column > 0, text[row] == other[column - 1], text[row - 1] == other[column] {
        edits = min(edits, beforePrevious[column - 1] + 1)
      }
      current[column + 1] = edits
    }
  }
}

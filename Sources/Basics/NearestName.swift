/// The known name an author most likely meant, or nil when nothing is near.
///
/// `nearestName(to: "titel", among: ["title", "date"])` → `"title"`. Near means a Damerau–Levenshtein
/// distance (insert, delete, replace, swap of neighbours) of at most a third of the length; ties go to
/// the name that comes first in alphabetical order.
package func nearestName(to typed: String, among known: some Sequence<String>) -> String? {
  let typedScalars = Array(typed.lowercased().unicodeScalars)
  let limit = max(1, typedScalars.count / 3)
  var best: (name: String, distance: Int)?
  for name in known {
    let scalars = Array(name.lowercased().unicodeScalars)
    // Every letter too many or too few is an edit; most names are ruled out by their length.
    guard abs(scalars.count - typedScalars.count) <= limit else { continue }
    let distance = editDistance(typedScalars, scalars)
    if distance <= limit, best.map({ (distance, name) < ($0.distance, $0.name) }) ?? true {
      best = (name, distance)
    }
  }
  return best?.name
}

/// The fix text of an unknown name: ``did you mean `title`?``, or nil.
package func suggestion(for typed: String, among known: some Sequence<String>) -> String? {
  nearestName(to: typed, among: known).map { "did you mean `\($0)`?" }
}

private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...right.count)
  for i in 0..<left.count {
    var current = [i + 1]
    for j in 0..<right.count {
      var cost = min(
        previous[j + 1] + 1, current[j] + 1, previous[j] + (left[i] == right[j] ? 0 : 1))
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        cost = min(cost, beforePrevious[j - 1] + 1)
      }
      current.append(cost)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[right.count]
}

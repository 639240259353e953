/// Where each mail of an export stands in its thread.
struct MailPlaces: Sendable {
  private let parents: [Int32]
  private let keys: [MailKey]
  private let lasts: [MailKey?]
  private let derived: Set<Int32>
  private let rows: [MailKey: Int32]
  /// The thread of each mail: the key of the mail that began it, which the export may not hold.
  private var roots: [MailKey] = []

  /// `firsts` and `lasts` are the ends of each mail's references.
  init(
    keys: [MailKey], parents: [Int32], firsts: [MailKey?], lasts: [MailKey?], derived: Set<Int32>,
    rows: [MailKey: Int32]
  ) {
    self.keys = keys
    self.parents = parents
    self.lasts = lasts
    self.derived = derived
    self.rows = rows
    roots = MailPlaces.tops(of: parents).map { firsts[Int($0)] ?? keys[Int($0)] }
  }

  func place(of key: MailKey) -> MailThreads.Place {
    guard let row = rows[key].map(Int.init) else {
      return MailThreads.Place(parent: nil, root: key, isDerived: false)
    }
    let parent = parents[row] >= 0 ? keys[Int(parents[row])] : lasts[row]
    return MailThreads.Place(
      parent: parent == key ? nil : parent, root: roots[row],
      isDerived: derived.contains(Int32(row)))
  }

  /// The row at the end of each row's chain; in a circle the row where it was entered.
  private static func tops(of parents: [Int32]) -> [Int32] {
    var tops = [Int32](repeating: -1, count: parents.count)
    var path: [Int] = []
    var isOnPath = [Bool](repeating: false, count: parents.count)
    for row in parents.indices where tops[row] < 0 {
      var current = row
      while tops[current] < 0, !isOnPath[current] {
        isOnPath[current] = true
        path.append(current)
        if parents[current] >= 0 { current = Int(parents[current]) }
      }
      let top = tops[current] >= 0 ? tops[current] : Int32(current)
      for passed in path {
        tops[passed] = top
        isOnPath[passed] = false
      }
      path.removeAll(keepingCapacity: true)
    }
    return tops
  }
}

/// Finds the item that began each item's thread.
enum ThreadResolution {
  /// Rows in, rows out; rows are in order of time.
  ///
  /// - An item whose context is an item belongs to that item's thread. An item that others name as
  ///   their context, and that has no context of its own, begins a thread.
  /// - Items that share a context that is no item (`strangers` numbers these) belong to the earliest.
  /// - Any other item belongs where the item it answers belongs; without one it begins a thread.
  /// - Items that answer each other in a circle belong to the earliest of the circle.
  static func threads(
    parents: [Int32], contexts: [Int32], strangers: Column<Int32>
  ) -> [Int32] {
    var upward = parents
    for row in contexts.indices where contexts[row] >= 0 {
      let start = Int(contexts[row])
      if contexts[start] < 0, strangers[start] < 0 { upward[start] = -1 }
    }
    var firsts: [Int32: Int32] = [:]
    for row in contexts.indices {
      if contexts[row] >= 0 {
        upward[row] = contexts[row] == Int32(row) ? -1 : contexts[row]
      } else if strangers[row] >= 0 {
        let first = firsts[strangers[row]]
        upward[row] = first ?? -1
        if first == nil { firsts[strangers[row]] = Int32(row) }
      }
    }
    return roots(of: upward)
  }

  /// Follows each row upward to its end; each link is followed once or twice in all.
  private static func roots(of upward: [Int32]) -> [Int32] {
    let unknown: Int32 = -1
    let onPath: Int32 = -2
    var roots = Array(repeating: unknown, count: upward.count)
    var path: [Int] = []
    for row in upward.indices where roots[row] == unknown {
      var current = row
      while roots[current] == unknown {
        roots[current] = onPath
        path.append(current)
        if upward[current] >= 0 { current = Int(upward[current]) }
      }
      // On the path means that it ends here, in a circle or in a row without a link.
      var root = roots[current]
      if root == onPath {
        let circle = path[(path.lastIndex(of: current) ?? 0)...]
        root = Int32(circle.min() ?? current)
      }
      for passed in path { roots[passed] = root }
      path.removeAll(keepingCapacity: true)
    }
    return roots
  }
}

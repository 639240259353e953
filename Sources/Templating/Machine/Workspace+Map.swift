extension Workspace {
  /// Keys and values in turn; the later of equal keys wins, at the place of the first.
  mutating func map(_ pairs: [(key: Value, value: Value)]) throws(Fault) -> Value {
    let start = arena.values(pairs.count * 2)
    var count = 0
    for pair in pairs {
      try spend(count >> 3)
      var place = count
      for index in 0..<count {
        guard try equal(start[index * 2], pair.key) else { continue }
        place = index
        break
      }
      if place == count {
        start[place * 2] = pair.key
        count += 1
      }
      start[place * 2 + 1] = pair.value
    }
    return Value(.map, address: start, length: count)
  }
}

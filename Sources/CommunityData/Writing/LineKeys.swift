/// What tells whether a line is a copy of another, and which of the two stays.
struct LineKey: BitwiseCopyable {
  /// The hash of its item's id.
  var id: UInt64
  /// The hash of the whole line, which tells an identical copy.
  var line: UInt64
  /// When the item was edited last.
  var edited: Int64
  /// How many lines came before it.
  var turn: Int
  /// How many lines stand before it where they were put aside.
  var place: Int
  /// Where the id itself stands in the ids beside the keys.
  var idStart: Int
  var idLength: Int
}

/// The keys of some lines, with their ids.
struct LineKeys {
  private(set) var keys: [LineKey] = []
  private(set) var ids: [UInt8] = []

  init() {}

  init(_ keys: [LineKey], ids: [UInt8]) { (self.keys, self.ids) = (keys, ids) }

  func id(_ key: LineKey) -> ArraySlice<UInt8> {
    ids[key.idStart..<key.idStart + key.idLength]
  }

  /// Adds keys whose ids, in their order, are `ids`.
  mutating func append(_ keys: some Collection<LineKey>, ids: some Collection<UInt8>) {
    var start = self.ids.count
    for var key in keys {
      key.idStart = start
      start += key.idLength
      self.keys.append(key)
    }
    self.ids.append(contentsOf: ids)
  }

  /// Calls with all keys of each id that has several, in the order in which their lines came.
  func forEachRepeated(_ body: (ArraySlice<LineKey>) -> Void) {
    let repeated = sorted(withRepeatedHash)
    var start = 0
    while start < repeated.count {
      var end = start + 1
      while end < repeated.count, hasSameID(repeated[start], repeated[end]) { end += 1 }
      if end - start > 1 { body(repeated[start..<end]) }
      start = end
    }
  }

  /// The keys whose hash another one has as well: most imports have none.
  private var withRepeatedHash: [LineKey] {
    let hash = { keys[$0].id }
    var firsts = HashSlots()
    firsts.reserve(keys.count, hashOf: hash)
    var isRepeated = Set<Int>()
    for index in keys.indices {
      if let first = firsts.find(hash(index), where: { hash($0) == hash(index) }) {
        isRepeated.formUnion([first, index])
      } else {
        firsts.insert(index, hash(index), hashOf: hash)
      }
    }
    return isRepeated.map { keys[$0] }
  }

  /// By id, then by turn.
  private func sorted(_ keys: [LineKey]) -> [LineKey] {
    keys.sorted { left, right in
      if left.id != right.id { return left.id < right.id }
      let (l, r) = (id(left), id(right))
      return l == r ? left.turn < right.turn : l.lexicographicallyPrecedes(r)
    }
  }

  private func hasSameID(_ left: LineKey, _ right: LineKey) -> Bool {
    left.id == right.id && id(left) == id(right)
  }
}

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

/// The keys of some lines by the hashes of their ids, with the ids in the same order.
struct LineKeys {
  private(set) var keys: [LineKey]
  private(set) var ids: [UInt8]

  init() { (keys, ids) = ([], []) }

  /// Keys and ids in any order.
  init(_ keys: [LineKey], ids: [UInt8]) {
    self.keys = keys.sorted { $0.id < $1.id }
    self.ids = []
    self.ids.reserveCapacity(ids.count)
    for index in self.keys.indices {
      let key = self.keys[index]
      self.keys[index].idStart = self.ids.count
      self.ids.append(contentsOf: ids[key.idStart..<key.idStart + key.idLength])
    }
  }

  /// Adds keys whose ids are the whole of `ids`, in their order.
  mutating func append(_ keys: some Collection<LineKey>, ids: [UInt8]) {
    guard let first = keys.first else { return }
    let shift = self.ids.count - first.idStart
    for var key in keys {
      key.idStart += shift
      self.keys.append(key)
    }
    self.ids.append(contentsOf: ids)
  }

  /// Calls with all keys of each id that has several, in the order in which their lines came.
  mutating func forEachRepeated(_ body: (ArraySlice<LineKey>) -> Void) {
    sortWithin()
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count, hasSameID(keys[start], keys[end]) { end += 1 }
      if end - start > 1 { body(keys[start..<end]) }
      start = end
    }
  }

  /// By id, then by turn. Stretches in order of the hash, as the keys of each block are, are merged.
  private mutating func sortWithin() {
    let ids = ids
    keys.sort { left, right in
      if left.id != right.id { return left.id < right.id }
      let (l, r) = (LineKeys.id(left, in: ids), LineKeys.id(right, in: ids))
      return l == r ? left.turn < right.turn : l.lexicographicallyPrecedes(r)
    }
  }

  private func hasSameID(_ left: LineKey, _ right: LineKey) -> Bool {
    left.id == right.id && LineKeys.id(left, in: ids) == LineKeys.id(right, in: ids)
  }

  private static func id(_ key: LineKey, in ids: [UInt8]) -> ArraySlice<UInt8> {
    ids[key.idStart..<key.idStart + key.idLength]
  }
}

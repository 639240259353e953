/// The items of one or several snapshots in their order, with all that a later snapshot may change:
/// links that lead nowhere so far, and threads that begin with no item.
struct MergedItems: Sendable {
  /// Sorted by (published, id); threads are worked out at the end.
  var items = ItemColumns()
  /// Source 0 holds the ids.
  var text = TextStore()
  var idHashes: [UInt64] = []
  /// The row that each row's context is; -1 for none.
  var contexts: [Int32]
  /// Where the context is no item but the platform's own id of a thread: its number, else -1.
  var strangers: Column<Int32>
  var strangerIDs = TextIndex()
  /// Rows that answer, or accept, an id that nobody has.
  var lostParents: [Lost] = []
  var lostAccepted: [Lost] = []
  var lostIDs = TextIndex()
  /// Mentioned ids that are no member's.
  var lostMentions = TextIndex()
  /// Whether a row's deletion was told by a later snapshot that did not have it.
  var hasVanished = Column<Bool>(absent: false)

  struct Lost: Sendable {
    var row: Int32
    /// In ``lostIDs``.
    var id: Int32
  }

  /// So many rows without links.
  init(rows: Int) {
    let none = Array(repeating: Int32(-1), count: rows)
    items.parents = none
    contexts = none
    items.accepted = Column(absent: -1, values: [], rows: rows)
    strangers = Column(absent: -1, values: [], rows: rows)
    _ = text.adopt(.memory([]))
  }

  var count: Int { items.count }

  mutating func setParent(_ target: Int32, of row: Int32, id: UnsafeBufferPointer<UInt8>) {
    items.parents[Int(row)] = target
    if target < 0, !id.isEmpty { lostParents.append(Lost(row: row, id: Int32(lostIDs.add(id)))) }
  }

  mutating func setAccepted(_ target: Int32, of row: Int32, id: UnsafeBufferPointer<UInt8>) {
    if target >= 0 { items.accepted[Int(row)] = target }
    if target < 0, !id.isEmpty { lostAccepted.append(Lost(row: row, id: Int32(lostIDs.add(id)))) }
  }

  mutating func setContext(_ target: Int32, of row: Int32, id: UnsafeBufferPointer<UInt8>) {
    contexts[Int(row)] = target
    if target < 0, !id.isEmpty { strangers[Int(row)] = Int32(strangerIDs.add(id)) }
  }

  /// Sets when items that a later snapshot should hold and does not were deleted, unless an earlier
  /// one told it already.
  mutating func markVanished(at moment: Int64, where isCovered: (_ published: Int64) -> Bool) {
    for row in 0..<count where isCovered(items.published[row]) && !hasVanished[row] {
      hasVanished[row] = true
      items.deleted[row] = min(items.deleted[row], moment)
    }
  }

  /// Works out the threads, unless they are known.
  mutating func resolveThreads() {
    if items.threads.count == count { return }
    items.threads = ThreadResolution.threads(
      parents: items.parents, contexts: contexts, strangers: strangers)
  }

  // MARK: Ids

  /// How many bytes all ids have that were ever added.
  var idByteCount: Int { idText.count }

  private var idText: [UInt8] {
    if case .memory(let bytes)? = text.sources.first { bytes } else { [] }
  }

  /// Calls with what finds a row's id among the bytes of all.
  func withIDs<Result>(_ body: ((Int) -> UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    idText.withUnsafeBufferPointer { bytes in
      body { row in
        let range = items.ids[row]
        return UnsafeBufferPointer(rebasing: bytes[range.place..<range.place + Int(range.length)])
      }
    }
  }
}

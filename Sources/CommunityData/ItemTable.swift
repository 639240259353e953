internal import Basics

/// Collects the items of all snapshots of a community and merges them by id: the newest snapshot's
/// state wins, and within a snapshot the copy edited last.
///
/// Snapshots are added from the newest to the oldest.
struct ItemTable {
  /// A batch's links with the row of its first item.
  private struct Links {
    var firstRow: Int
    var text: [UInt8]
    var parents: [ItemBatch.Link]
    var contexts: [ItemBatch.Link]
    var accepted: [ItemBatch.Link]
  }

  private(set) var items = ItemColumns()
  private(set) var text = TextStore()
  private var names = ColumnNames()
  private var links: [Links] = []
  private var ids = HashSlots()
  private var idHashes: [UInt64] = []
  private var lineHashes: [UInt64] = []
  /// 0 for the newest.
  private(set) var ages: [UInt16] = []
  /// Whether a row is the one of its copies that counts.
  private var isAlive: [Bool] = []
  private var hasDead = false

  /// What a batch added beside rows.
  struct Copies {
    var identical = 0
    var other = 0
    /// Line in the piece of the first copy of either kind, from 0.
    var firstLine: Int?
  }

  mutating func reserveCapacity(_ rows: Int) {
    items.reserveCapacity(rows)
    idHashes.reserveCapacity(rows)
    lineHashes.reserveCapacity(rows)
    ages.reserveCapacity(rows)
    isAlive.reserveCapacity(rows)
    let hashes = idHashes
    ids.reserve(rows) { hashes[$0] }
  }

  /// Adds a batch of the snapshot that is so many places older than the newest.
  mutating func add(_ batch: ItemBatch, age: Int) -> Copies {
    let batch = age == 0 ? batch : withoutSuperseded(batch, age)
    let firstRow = items.count
    items.append(batch.items, textsAt: text.adopt(batch.text), &names)
    links.append(
      Links(
        firstRow: firstRow, text: batch.linkText, parents: batch.parents,
        contexts: batch.contexts, accepted: batch.accepted))
    idHashes.append(contentsOf: batch.idHashes)
    lineHashes.append(contentsOf: batch.lineHashes)
    ages.append(contentsOf: repeatElement(UInt16(clamping: age), count: batch.items.count))
    isAlive.append(contentsOf: repeatElement(true, count: batch.items.count))
    var copies = Copies()
    for row in firstRow..<items.count where !enter(row, &copies) {
      copies.firstLine = copies.firstLine ?? Int(batch.lines[row - firstRow])
    }
    return copies
  }

  /// Most items of an older snapshot are in the newer ones too: they take no room here.
  private func withoutSuperseded(_ batch: ItemBatch, _ age: Int) -> ItemBatch {
    let rows = batch.text.withUnsafeBufferPointer { text in
      (0..<batch.items.count).filter { row in
        let range = batch.items.ids[row]
        let id = UnsafeBufferPointer(
          rebasing: text[range.offset..<range.offset + Int(range.length)])
        return find(id, batch.idHashes[row]).map { Int(ages[$0]) == age } ?? true
      }
    }
    return rows.count == batch.items.count ? batch : batch.keeping(rows.map(Int32.init))
  }

  /// False when the row is a copy of another in its snapshot.
  private mutating func enter(_ row: Int, _ copies: inout Copies) -> Bool {
    let code = idHashes[row]
    let known = text.withBytes(items.ids[row]) { find($0, code) }
    guard let known else {
      let hashes = idHashes
      ids.insert(row, code) { hashes[$0] }
      return true
    }
    hasDead = true
    if lineHashes[known] == lineHashes[row] {
      copies.identical += 1
      isAlive[row] = false
      return false
    }
    copies.other += 1
    if edited(row) >= edited(known) {
      isAlive[known] = false
      ids.replace(known, by: row, code)
    } else {
      isAlive[row] = false
    }
    return false
  }

  private func find(_ id: UnsafeBufferPointer<UInt8>, _ code: UInt64) -> Int? {
    ids.find(code) { row in text.withBytes(items.ids[row]) { isEqual($0, id) } }
  }

  private func edited(_ row: Int) -> Int64 {
    items.updated[row] == .max ? items.published[row] : items.updated[row]
  }

  // MARK: Finishing

  /// Sets when items that a later snapshot no longer has were deleted: when the first snapshot that
  /// would have them was collected.
  mutating func markDisappeared(_ collected: (_ published: Int64, _ age: Int) -> Timestamp?) {
    for row in 0..<items.count where isAlive[row] && ages[row] > 0 {
      guard let moment = collected(items.published[row], Int(ages[row])) else { continue }
      items.deleted[row] = min(items.deleted[row], moment.secondsSinceEpoch)
    }
  }

  /// Brings the rows into the order of (published, id) and resolves what they refer to.
  mutating func finish() -> (items: ItemColumns, text: TextStore) {
    let order = order()
    let places = places(in: order)
    let resolved = resolve(places)
    if let order { items.choose(order) }
    items.parents = resolved.parents
    items.accepted = resolved.accepted
    items.threads = ThreadResolution.threads(
      parents: resolved.parents, contexts: resolved.contexts, strangers: resolved.strangers)
    items.tags = names.tags.names
    items.languageTags = names.languages.names
    items.stateNames = names.states.names
    items.codeNames = names.codes.names
    return (items, text)
  }

  /// The rows that stay, in order; nil when all stay where they are.
  private func order() -> [Int32]? {
    let isSorted = (0..<items.count).dropFirst().allSatisfy { isBefore($0 - 1, $0) }
    if isSorted, !hasDead { return nil }
    let rows = (0..<items.count).filter { isAlive[$0] }
    return (isSorted ? rows : rows.sorted(by: isBefore)).map(Int32.init)
  }

  private func isBefore(_ left: Int, _ right: Int) -> Bool {
    let (l, r) = (items.published[left], items.published[right])
    return l == r ? text.precedes(items.ids[left], items.ids[right]) : l < r
  }

  /// Where each row goes; -1 when it does not stay.
  private func places(in order: [Int32]?) -> [Int32] {
    guard let order else { return (0..<Int32(items.count)).map { $0 } }
    var places = Array(repeating: Int32(-1), count: items.count)
    for (place, row) in order.enumerated() { places[Int(row)] = Int32(place) }
    return places
  }

  private struct Resolved {
    var parents: [Int32]
    var contexts: [Int32]
    var accepted: [Int32]
    /// Where the context is no item but the platform's own id of a thread: its number, else -1.
    var strangers: [Int32]
  }

  private mutating func resolve(_ places: [Int32]) -> Resolved {
    let none = Array(repeating: Int32(-1), count: places.reduce(0) { $1 < 0 ? $0 : $0 + 1 })
    var resolved = Resolved(parents: none, contexts: none, accepted: none, strangers: none)
    var strangers = TextIndex()
    for batch in links {
      batch.text.withUnsafeBufferPointer { text in
        for index in batch.parents.indices {
          let place = Int(places[batch.firstRow + index])
          if place < 0 { continue }
          resolved.parents[place] = target(batch.parents[index], text, places)
          resolved.accepted[place] = target(batch.accepted[index], text, places)
          let context = batch.contexts[index]
          resolved.contexts[place] = target(context, text, places)
          if resolved.contexts[place] < 0, context.length > 0 {
            resolved.strangers[place] = Int32(strangers.add(bytes(of: context, text)))
          }
        }
      }
    }
    links = []
    return resolved
  }

  private func target(
    _ link: ItemBatch.Link, _ text: UnsafeBufferPointer<UInt8>, _ places: [Int32]
  ) -> Int32 {
    if link.length == 0 { return -1 }
    let id = bytes(of: link, text)
    return find(id, hash(id)).map { places[$0] } ?? -1
  }

  private func bytes(
    of link: ItemBatch.Link, _ text: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: text[Int(link.start)..<Int(link.start + link.length)])
  }
}

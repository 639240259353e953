internal import Basics

/// Collects the items of one snapshot; of copies of an item the one edited last counts.
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
  /// Source 0 holds the ids; the others are added behind it.
  private(set) var text = TextStore()
  private var idText: [UInt8] = []
  /// Where the texts of the file that is read begin; nil when they are copied.
  private var fileOffset: Int?
  private var names = ColumnNames()
  private var links: [Links] = []
  private var ids = HashSlots()
  private var idHashes: [UInt64] = []
  private var lineHashes: [UInt64] = []
  private var lostMentions = TextIndex()
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

  init() {
    _ = text.adopt(.memory([]))
  }

  mutating func reserveCapacity(_ rows: Int) {
    items.reserveCapacity(rows)
    idHashes.reserveCapacity(rows)
    lineHashes.reserveCapacity(rows)
    isAlive.reserveCapacity(rows)
    let hashes = idHashes
    ids.reserve(rows) { hashes[$0] }
  }

  /// The batches that follow leave their texts in a file.
  mutating func begin(_ path: SitePath, in fileSystem: any FileSystem) {
    let isCompressed = Compression(of: path) != nil
    fileOffset = isCompressed ? nil : text.adopt(.file(path, fileSystem))
  }

  mutating func add(_ batch: ItemBatch) -> Copies {
    let firstRow = items.count
    let textOffset = fileOffset ?? (batch.text.isEmpty ? 0 : text.adopt(.memory(batch.text)))
    items.append(batch.items, idsAt: idText.count, textsAt: textOffset, &names)
    idText += batch.idText
    links.append(
      Links(
        firstRow: firstRow, text: batch.linkText, parents: batch.parents,
        contexts: batch.contexts, accepted: batch.accepted))
    idHashes.append(contentsOf: batch.idHashes)
    lineHashes.append(contentsOf: batch.lineHashes)
    for id in batch.lostMentions { _ = lostMentions.add(id) }
    isAlive.append(contentsOf: repeatElement(true, count: batch.items.count))
    var copies = Copies()
    for row in firstRow..<items.count where !enter(row, &copies) {
      copies.firstLine = copies.firstLine ?? Int(batch.lines[row - firstRow])
    }
    return copies
  }

  /// False when the row is a copy of another in its snapshot.
  private mutating func enter(_ row: Int, _ copies: inout Copies) -> Bool {
    let code = idHashes[row]
    let known = idText.withUnsafeBufferPointer { find(id(row, $0), code, in: $0) }
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

  private func find(_ wanted: UnsafeBufferPointer<UInt8>, _ code: UInt64) -> Int? {
    idText.withUnsafeBufferPointer { find(wanted, code, in: $0) }
  }

  private func find(
    _ wanted: UnsafeBufferPointer<UInt8>, _ code: UInt64, in idText: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    ids.find(code) { isEqual(id($0, idText), wanted) }
  }

  /// The bytes of a row's id; ids lie in source 0, so that their offset is their place.
  private func id(
    _ row: Int, _ idText: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    let range = items.ids[row]
    return UnsafeBufferPointer(rebasing: idText[range.offset..<range.offset + Int(range.length)])
  }

  private func edited(_ row: Int) -> Int64 {
    items.updated[row] == .max ? items.published[row] : items.updated[row]
  }

  // MARK: Finishing

  /// Brings the rows into the order of (published, id) and resolves what they refer to.
  mutating func finish() -> MergedItems {
    let order = order()
    var merged = resolve(places(in: order))
    if let order {
      items.choose(order)
      idHashes = order.map { idHashes[Int($0)] }
    }
    items.tags = names.tags.names
    items.languageTags = names.languages.names
    items.stateNames = names.states.names
    items.codeNames = names.codes.names
    items.parents = merged.items.parents
    items.accepted = merged.items.accepted
    merged.items = items
    merged.idHashes = idHashes
    merged.hasVanished = Column(absent: false, values: [], rows: items.count)
    merged.lostMentions = lostMentions
    text.replace(0, by: .memory(idText))
    merged.text = text
    return merged
  }

  /// The rows that stay, in order; nil when all stay where they are.
  private func order() -> [Int32]? {
    idText.withUnsafeBufferPointer { text in
      func isBefore(_ left: Int, _ right: Int) -> Bool {
        let (l, r) = (items.published[left], items.published[right])
        return l == r ? id(left, text).lexicographicallyPrecedes(id(right, text)) : l < r
      }
      let isSorted = (0..<items.count).dropFirst().allSatisfy { isBefore($0 - 1, $0) }
      if isSorted, !hasDead { return nil }
      let rows = (0..<items.count).filter { isAlive[$0] }
      return (isSorted ? rows : rows.sorted(by: isBefore)).map(Int32.init)
    }
  }

  /// Where each row goes; -1 when it does not stay.
  private func places(in order: [Int32]?) -> [Int32] {
    guard let order else { return (0..<Int32(items.count)).map { $0 } }
    var places = Array(repeating: Int32(-1), count: items.count)
    for (place, row) in order.enumerated() { places[Int(row)] = Int32(place) }
    return places
  }

  /// The links of the rows in their places, and those that lead nowhere so far.
  private mutating func resolve(_ places: [Int32]) -> MergedItems {
    var merged = MergedItems(rows: places.reduce(0) { $1 < 0 ? $0 : $0 + 1 })
    for (batch, targets) in zip(links, targets(places)) {
      batch.text.withUnsafeBufferPointer { text in
        for index in targets.parents.indices {
          let place = places[batch.firstRow + index]
          if place < 0 { continue }
          merged.setParent(
            targets.parents[index], of: place, id: bytes(of: batch.parents[index], text))
          merged.setAccepted(
            targets.accepted[index], of: place, id: bytes(of: batch.accepted[index], text))
          merged.setContext(
            targets.contexts[index], of: place, id: bytes(of: batch.contexts[index], text))
        }
      }
    }
    links = []
    return merged
  }

  /// What the rows of one batch refer to, each by its place in the end.
  private struct Targets: Sendable {
    var parents: [Int32]
    var contexts: [Int32]
    var accepted: [Int32]
  }

  /// Batch by batch, on all cores.
  private func targets(_ places: [Int32]) -> [Targets] {
    inParallel(links.count) { number in
      links[number].text.withUnsafeBufferPointer { text in
        idText.withUnsafeBufferPointer { idText in
          func target(_ link: ItemBatch.Link) -> Int32 {
            if link.length == 0 { return -1 }
            let id = bytes(of: link, text)
            return find(id, hash(id), in: idText).map { places[$0] } ?? -1
          }
          return Targets(
            parents: links[number].parents.map(target),
            contexts: links[number].contexts.map(target),
            accepted: links[number].accepted.map(target))
        }
      }
    }
  }

  private func bytes(
    of link: ItemBatch.Link, _ text: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: text[Int(link.start)..<Int(link.start + link.length)])
  }
}

extension MergedItems {
  /// Takes in the items of a newer snapshot: the newer state wins.
  ///
  /// The cost is that of the newer items, and of copying what is here.
  mutating func merge(_ newer: MergedItems) {
    if count == 0, text.sources.count == 1 {
      self = newer
      return
    }
    let first = Int32(count)
    let matches = matches(newer)
    items.threads = []
    takeOver(newer, matches)
    bringIntoOrder(from: Int(first), matches.superseded.map { ($0.row, first + $0.newer) })
  }

  /// What two sets of items have to do with each other.
  private struct Matches {
    /// Rows here whose item is there too, in its newer state.
    var superseded: [(row: Int32, newer: Int32)] = []
    /// The row here for an id that is lost there, by number of the id.
    var lost: [Int32: Int32] = [:]
    /// The row here for a stranger there.
    var strangers: [Int32: Int32] = [:]
    /// The row there for an id that is lost here, and for a stranger here.
    var found: [Int32: Int32] = [:]
    var foundStrangers: [Int32: Int32] = [:]
  }

  private func matches(_ newer: MergedItems) -> Matches {
    var matches = Matches()
    var slots = HashSlots()
    for row in 0..<newer.count { slots.insert(row, newer.idHashes[row]) { newer.idHashes[$0] } }
    newer.withIDs { newerID in
      func row(of id: UnsafeBufferPointer<UInt8>) -> Int32? {
        slots.find(hash(id)) { isEqual(newerID($0), id) }.map(Int32.init)
      }
      withIDs { id in
        // One look at every row here, however few are there: their hashes tell most apart.
        for row in 0..<count {
          let code = idHashes[row]
          if let known = slots.find(code, where: { isEqual(newerID($0), id(row)) }) {
            matches.superseded.append((Int32(row), Int32(known)))
          }
          if let lost = newer.lostIDs.find(id(row), hash: code) {
            matches.lost[Int32(lost)] = Int32(row)
          }
          if let stranger = newer.strangerIDs.find(id(row), hash: code) {
            matches.strangers[Int32(stranger)] = Int32(row)
          }
        }
      }
      lostIDs.forEach { number, id in
        if let row = row(of: id) { matches.found[Int32(number)] = row }
      }
      strangerIDs.forEach { number, id in
        if let row = row(of: id) { matches.foundStrangers[Int32(number)] = row }
      }
    }
    return matches
  }

  // MARK: Taking over

  private mutating func takeOver(_ newer: MergedItems, _ matches: Matches) {
    let first = Int32(count)
    findLost(matches, first)
    let (idOffset, textOffset) = text.append(newer.text)
    var names = ColumnNames(items)
    items.append(newer.items, idsAt: idOffset, textsAt: textOffset, &names)
    items.tags = names.tags.names
    items.languageTags = names.languages.names
    items.stateNames = names.states.names
    items.codeNames = names.codes.names
    idHashes += newer.idHashes
    hasVanished.append(contentsOf: newer.hasVanished)
    takeOverLinks(of: newer, first, matches)
    takeOverContexts(of: newer, first, matches)
    newer.lostMentions.forEach { _, id in _ = lostMentions.add(id) }
  }

  /// Links here to items that are there.
  private mutating func findLost(_ matches: Matches, _ first: Int32) {
    if !matches.found.isEmpty {
      for lost in lostParents {
        if let row = matches.found[lost.id] { items.parents[Int(lost.row)] = first + row }
      }
      for lost in lostAccepted {
        if let row = matches.found[lost.id] { items.accepted[Int(lost.row)] = first + row }
      }
      lostParents.removeAll { matches.found[$0.id] != nil }
      lostAccepted.removeAll { matches.found[$0.id] != nil }
    }
    if matches.foundStrangers.isEmpty { return }
    for row in 0..<count {
      guard let found = matches.foundStrangers[strangers[row]] else { continue }
      contexts[row] = first + found
      strangers[row] = -1
    }
  }

  private mutating func takeOverLinks(
    of newer: MergedItems, _ first: Int32, _ matches: Matches
  ) {
    items.parents += newer.items.parents.lazy.map { $0 < 0 ? -1 : $0 + first }
    items.accepted.append(contentsOf: newer.items.accepted.mapPresent { $0 + first })
    var own: [Int32] = []
    newer.lostIDs.forEach { number, id in
      own.append(matches.lost[Int32(number)] == nil ? Int32(lostIDs.add(id)) : -1)
    }
    for lost in newer.lostParents {
      let row = lost.row + first
      if let found = matches.lost[lost.id] {
        items.parents[Int(row)] = found
      } else {
        lostParents.append(Lost(row: row, id: own[Int(lost.id)]))
      }
    }
    for lost in newer.lostAccepted {
      let row = lost.row + first
      if let found = matches.lost[lost.id] {
        items.accepted[Int(row)] = found
      } else {
        lostAccepted.append(Lost(row: row, id: own[Int(lost.id)]))
      }
    }
  }

  private mutating func takeOverContexts(
    of newer: MergedItems, _ first: Int32, _ matches: Matches
  ) {
    contexts += newer.contexts.lazy.map { $0 < 0 ? -1 : $0 + first }
    var numbers: [Int32: Int32] = [:]
    newer.strangerIDs.forEach { number, id in
      if matches.strangers[Int32(number)] == nil {
        numbers[Int32(number)] = Int32(strangerIDs.add(id))
      }
    }
    strangers.append(contentsOf: newer.strangers.mapPresent { numbers[$0] ?? -1 })
    if matches.strangers.isEmpty { return }
    for row in 0..<newer.count {
      guard let own = matches.strangers[newer.strangers[row]] else { continue }
      contexts[Int(first) + row] = own
    }
  }

  // MARK: Order

  /// `superseded` rows go; what led to them leads to the row of their newer state.
  private mutating func bringIntoOrder(
    from first: Int, _ superseded: [(row: Int32, newer: Int32)]
  ) {
    let isSorted = superseded.isEmpty && (first == count || !isBefore(first, first - 1))
    if isSorted { return }
    var isAlive = Array(repeating: true, count: count)
    for pair in superseded { isAlive[Int(pair.row)] = false }
    let order = sortedRows(where: isAlive)
    var places = Array(repeating: Int32(-1), count: count)
    for (place, row) in order.enumerated() { places[Int(row)] = Int32(place) }
    for pair in superseded { places[Int(pair.row)] = places[Int(pair.newer)] }
    choose(order, places, isAlive)
  }

  private func isBefore(_ left: Int, _ right: Int) -> Bool {
    let (l, r) = (items.published[left], items.published[right])
    return l == r ? text.precedes(items.ids[left], items.ids[right]) : l < r
  }

  /// Two runs in order each, which sorting merges in one go.
  private func sortedRows(where isAlive: [Bool]) -> [Int32] {
    withIDs { id in
      (0..<Int32(count)).filter { isAlive[Int($0)] }.sorted { left, right in
        let (l, r) = (items.published[Int(left)], items.published[Int(right)])
        return l == r ? id(Int(left)).lexicographicallyPrecedes(id(Int(right))) : l < r
      }
    }
  }

  private mutating func choose(_ order: [Int32], _ places: [Int32], _ isAlive: [Bool]) {
    items.choose(order)
    items.parents = order.map { items.parents[Int($0)] }.map { $0 < 0 ? -1 : places[Int($0)] }
    items.accepted.choose(order)
    items.accepted = items.accepted.mapPresent { places[Int($0)] }
    contexts = order.map { contexts[Int($0)] }.map { $0 < 0 ? -1 : places[Int($0)] }
    strangers.choose(order)
    hasVanished.choose(order)
    idHashes = order.map { idHashes[Int($0)] }
    func moved(_ lost: [Lost]) -> [Lost] {
      lost.filter { isAlive[Int($0.row)] }.map { Lost(row: places[Int($0.row)], id: $0.id) }
    }
    lostParents = moved(lostParents)
    lostAccepted = moved(lostAccepted)
  }
}

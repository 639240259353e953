/// Whether what was read from the cache leads nowhere outside; all columns at once, on all cores.
extension MergedItems {
  func fits(_ rows: Int, _ members: Int, _ channels: Int) -> Bool {
    let counts = [
      items.types.count, items.authors.count, items.published.count, items.parents.count,
      items.threads.count,
    ]
    guard counts.allSatisfy({ $0 == rows }) else { return false }
    let texts = MergedItems.texts.map { items[keyPath: $0] }
    return allHold([
      { isInside(items.parents, rows) },
      { items.threads.allSatisfy { $0 >= 0 && Int($0) < rows } },
      { isInside(items.accepted.values, rows) },
      { isInside(items.authors, members) && isInside(items.mentions, members) },
      { isInside(items.channels.values, channels) },
      { isInside(items.tagNames, items.tags.count) },
      { isInside(items.codes, items.codeNames.count) && items.coders.count == items.codes.count },
      { isInside(items.languages.values, items.languageTags.count) },
      { isInside(items.states.values, items.stateNames.count) },
      { areStarts(items.tagStarts, rows, items.tagNames.count) },
      { areStarts(items.mentionStarts, rows, items.mentions.count) },
      { areStarts(items.codeStarts, rows, items.codes.count) },
    ]) && inParallel(texts.count) { lieInside(texts[$0]) }.allSatisfy { $0 }
  }

  /// The same of what only merging needs.
  func linksFit(_ rows: Int) -> Bool {
    idHashes.count == rows && contexts.count == rows && isInside(contexts, rows)
      && isInside(strangers.values, strangerIDs.count)
      && (lostParents + lostAccepted).allSatisfy {
        (0..<rows).contains(Int($0.row)) && (0..<lostIDs.count).contains(Int($0.id))
      }
  }

  private func allHold(_ conditions: [@Sendable () -> Bool]) -> Bool {
    inParallel(conditions.count) { conditions[$0]() }.allSatisfy { $0 }
  }

  /// Whether all are less than a count, and none less than -1.
  private func isInside(_ numbers: [Int32], _ count: Int) -> Bool {
    numbers.allSatisfy { $0 >= -1 && Int($0) < count }
  }

  private func areStarts(_ starts: [Int32], _ rows: Int, _ values: Int) -> Bool {
    starts.count == rows + 1 && starts.first == 0 && Int(starts[rows]) == values
      && zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 }
  }

  private func lieInside(_ texts: TextColumn) -> Bool {
    let sizes = text.sources.map { source in
      if case .memory(let bytes) = source { bytes.count } else { Int.max }
    }
    return zip(texts.offsets, texts.lengths).allSatisfy { offset, length in
      let range = TextRange(offset: offset, length: length)
      return range.isAbsent
        || length >= 0 && range.source < sizes.count
          && range.place + Int(length) <= sizes[range.source]
    }
  }
}

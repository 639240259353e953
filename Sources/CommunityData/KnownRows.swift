/// The rows of a community that an earlier run knew already, when there were fewer snapshots: what was
/// found in their texts then need not be looked for again.
package struct KnownRows: Sendable {
  /// What that state followed from.
  package let key: CacheKey
  /// For each row its row in that state; -1 for one that is new, or that says something else now.
  package let rows: [Int32]
}

extension KnownRows {
  /// The state before newer snapshots are merged into it.
  struct Past {
    private let key: CacheKey
    private let ids: TextColumn
    private let idBytes: Int

    init(_ items: MergedItems, _ key: CacheKey) {
      self.key = key
      ids = items.items.ids
      idBytes = items.idByteCount
    }

    /// Merging puts newer ids behind those that are here, and leaves what stays in its order.
    func rows(in merged: MergedItems) -> KnownRows {
      var next = 0
      let rows = merged.items.ids.map { id -> Int32 in
        if id.place >= idBytes { return -1 }
        while next < ids.count, ids[next].place != id.place { next += 1 }
        return next < ids.count ? Int32(next) : -1
      }
      return KnownRows(key: key, rows: rows)
    }
  }
}

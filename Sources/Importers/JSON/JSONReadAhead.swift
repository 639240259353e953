internal import CommunityData

/// Reads files of JSON with the next pieces being parsed beside those that are taken.
struct JSONReadAhead {
  private var taken: JSONBatch
  private var ahead: JSONBatch

  init(knownNames: [String] = []) {
    taken = JSONBatch(knownNames: knownNames)
    ahead = JSONBatch(knownNames: knownNames)
  }

  /// Calls with everything in a file, in its order and on this thread.
  mutating func forEach(
    _ next: @escaping JSONFiles.PieceReading, _ body: (JSONFiles.Reading) -> Void
  ) throws(ImportError) {
    var pieces = JSONBatch.fewestPieces
    taken.fill(pieces, next)
    while !taken.isLast {
      pieces = min(2 * pieces, JSONBatch.mostPieces)
      if taken.isLarge {
        taken.readings.forEach(body)
        taken.clear()
        ahead.fill(pieces, next)
      } else {
        // Only the other one touches what is read ahead, until both are done.
        nonisolated(unsafe) let (ahead, next) = (ahead, next)
        _ = alongside(
          { [pieces] in ahead.fill(pieces, next) }, { taken.readings.forEach(body) })
      }
      swap(&taken, &ahead)
    }
    taken.readings.forEach(body)
    if let failure = taken.failure { throw failure }
  }
}

/// Tells the first of equal names from those after it, by hash, in constant time each.
struct SeenNames {
  private var hashes: [UInt64] = []
  private var filter: UInt64 = 0
  private var many: Set<UInt64> = []

  mutating func reset() {
    guard filter != 0 else { return }
    hashes.removeAll(keepingCapacity: true)
    filter = 0
    if !many.isEmpty { many = [] }
  }

  /// Whether the name is new.
  mutating func insert(_ hash: UInt64) -> Bool {
    let bit: UInt64 = 1 << (hash >> 58)
    if filter & bit != 0, holds(hash) { return false }
    filter |= bit
    hashes.append(hash)
    if !many.isEmpty { many.insert(hash) }
    return true
  }

  private mutating func holds(_ hash: UInt64) -> Bool {
    if hashes.count <= 32 { return hashes.contains(hash) }
    if many.isEmpty { many = Set(hashes) }
    return many.contains(hash)
  }
}

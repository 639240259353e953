/// Tells the second copy of a record from the first, in 16 bytes a record.
struct RecordSeen: Sendable {
  enum Copy: Sendable { case first, identical, differing }

  // Hasher is seeded anew in each run, so nobody can make two records look alike on purpose.
  private var contents: [Int: Int] = [:]

  /// `id` is unique in the export, `content` the whole record.
  mutating func note(id: [UInt8], content: [UInt8]) -> Copy {
    let hash = RecordSeen.hash(content)
    guard let before = contents.updateValue(hash, forKey: RecordSeen.hash(id)) else {
      return .first
    }
    return before == hash ? .identical : .differing
  }

  private static func hash(_ bytes: [UInt8]) -> Int {
    var hasher = Hasher()
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    return hasher.finalize()
  }
}

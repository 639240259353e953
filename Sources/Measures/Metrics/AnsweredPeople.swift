internal import CommunityData

/// Who answered whom: every response by a person in a person's thread, by helper, then by the person
/// answered, then by time.
struct AnsweredPeople {
  /// The row of each response.
  let rows: [Int32]
  let helpers: [Int32]
  let answered: [Int32]

  init(_ frame: Frame) {
    let threads = frame.threads
    let authors = frame.items.authors
    var found: [Int32] = []
    for row in frame.rows where threads.isResponse(row, in: frame) {
      let starter = authors[Int(threads.starts[Int(threads.ofRow[row])])]
      if authors[row] >= 0, starter >= 0 { found.append(Int32(row)) }
    }
    func starter(_ row: Int32) -> Int32 {
      authors[Int(threads.starts[Int(threads.ofRow[Int(row)])])]
    }
    let people = frame.community.members.count
    // Two stable passes, the less important key first.
    let byAnswered = bucketSorted(found, into: people) { starter($0) }
    rows = bucketSorted(byAnswered, into: people) { authors[Int($0)] }
    helpers = rows.map { authors[Int($0)] }
    answered = rows.map(starter)
  }
}

/// Rows by a small whole number that each has, equal ones in the order they came in.
func bucketSorted(
  _ rows: [Int32], into buckets: Int, by bucket: (Int32) -> Int32
) -> [Int32] {
  var ends = [Int](repeating: 0, count: buckets + 1)
  for row in rows { ends[Int(bucket(row)) + 1] += 1 }
  for index in 0..<buckets { ends[index + 1] += ends[index] }
  var sorted = [Int32](repeating: 0, count: rows.count)
  for row in rows {
    let index = Int(bucket(row))
    sorted[ends[index]] = row
    ends[index] += 1
  }
  return sorted
}

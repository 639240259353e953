internal import CHeap
internal import Dispatch
internal import Synchronization

/// Calls `body` for consecutive ranges that cover `0..<count`, on all cores, and joins what it
/// returns in order; after the first failure no further range is begun.
///
/// `size` is the length of a range: a hundred files outweigh the cost of handing over a range.
func inParallel<Result: Sendable, Failure: Error>(
  _ count: Int, by size: Int = 100,
  _ body: @Sendable (Range<Int>) throws(Failure) -> [Result]
) throws(Failure) -> [Result] {
  let ranges = (count + size - 1) / size
  if ranges == 1 { return try body(0..<count) }
  let state = Mutex<(results: [[Result]], failure: Failure?)>(
    (Array(repeating: [], count: ranges), nil))
  DispatchQueue.concurrentPerform(iterations: ranges) { index in
    guard state.withLock({ $0.failure == nil }) else { return }
    cheap_take_large_pages()
    do throws(Failure) {
      let result = try body(index * size..<min(count, (index + 1) * size))
      state.withLock { $0.results[index] = result }
    } catch {
      state.withLock { $0.failure = $0.failure ?? error }
    }
  }
  let (results, failure) = state.withLock { $0 }
  if let failure { throw failure }
  return joined(results)
}

/// The lists one after another, in memory of just their size: a list that grows takes twice of it.
func joined<Element>(_ lists: [[Element]]) -> [Element] {
  var all: [Element] = []
  all.reserveCapacity(lists.reduce(0) { $0 + $1.count })
  for list in lists { all += list }
  return all
}

/// Calls `body` for every index in `0..<count`, on all cores.
func forEachInParallel<Failure: Error>(
  _ count: Int, _ body: @Sendable (Int) throws(Failure) -> Void
) throws(Failure) {
  let _: [Never] = try inParallel(count) { range throws(Failure) in
    for index in range { try body(index) }
    return []
  }
}

internal import Dispatch
internal import Synchronization

/// Calls `body` for consecutive ranges that cover `0..<count`, on all cores, and joins what it
/// returns in order; after the first failure no further range is begun.
///
/// `size` is the length of a range: a hundred files outweigh the cost of handing over a range.
func inParallel<Result: Sendable>(
  _ count: Int, by size: Int = 100,
  _ body: @Sendable (Range<Int>) throws(PublishError) -> [Result]
) throws(PublishError) -> [Result] {
  let ranges = (count + size - 1) / size
  let state = Mutex<(results: [Int: [Result]], failure: PublishError?)>(([:], nil))
  DispatchQueue.concurrentPerform(iterations: ranges) { index in
    guard state.withLock({ $0.failure == nil }) else { return }
    do throws(PublishError) {
      let result = try body(index * size..<min(count, (index + 1) * size))
      state.withLock { $0.results[index] = result }
    } catch {
      state.withLock { $0.failure = $0.failure ?? error }
    }
  }
  let (results, failure) = state.withLock { $0 }
  if let failure { throw failure }
  return (0..<ranges).flatMap { results[$0, default: []] }
}

/// Calls `body` for every index in `0..<count`, on all cores.
func forEachInParallel(
  _ count: Int, _ body: @Sendable (Int) throws(PublishError) -> Void
) throws(PublishError) {
  let _: [Never] = try inParallel(count) { range throws(PublishError) in
    for index in range { try body(index) }
    return []
  }
}

internal import Dispatch
internal import Synchronization

/// Calls `aside` on another core while `body` runs on this one, and returns what both gave; fails
/// as `body` does, without waiting for the other.
package func alongside<Aside: Sendable, Result, Failure: Error>(
  _ aside: @escaping @Sendable () -> Aside, _ body: () throws(Failure) -> Result
) throws(Failure) -> (aside: Aside, result: Result) {
  let made = Mutex<Aside?>(nil)
  // Made under the lock: who comes second waits for the first, and where no core was free, `body`'s
  // makes it, so that this needs no other thread to come to an end.
  let make: @Sendable () -> Aside = {
    made.withLock { made in
      if let made { return made }
      let value = aside()
      made = value
      return value
    }
  }
  DispatchQueue.global().async { _ = make() }
  let result = try body()
  return (make(), result)
}

import CommunityData
import Synchronization
import Testing

@Suite struct AlongsideTests {
  @Test func givesWhatBothMake() {
    let (aside, result) = alongside {
      [1, 2]
    } _: {
      "body"
    }
    #expect(aside == [1, 2])
    #expect(result == "body")
  }

  @Test func makesOneThingOnce() {
    for _ in 0..<1000 {
      let count = Mutex(0)
      let (aside, _) = alongside {
        count.withLock { count in
          count += 1
          return count
        }
      } _: {
        0
      }
      #expect(aside == 1)
    }
  }

  @Test func endsWithinItself() {
    // More than there are threads to wait in.
    @Sendable func sum(_ depth: Int) -> Int {
      if depth == 0 { return 1 }
      let (left, right) = alongside {
        sum(depth - 1)
      } _: {
        sum(depth - 1)
      }
      return left + right
    }
    #expect(sum(10) == 1024)
  }

  @Test func failsAsItsBodyDoes() {
    struct Refusal: Error {}
    #expect(throws: Refusal.self) {
      _ = try alongside {
        1
      } _: { () throws(Refusal) -> Int in
        throw Refusal()
      }
    }
  }
}

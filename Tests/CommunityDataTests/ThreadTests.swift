import Basics
import CommunityData
import Testing

@Suite struct ThreadTests {
  /// Each item as `id`, `id<parent`, `id@context` or both, in order of time; then, per item, the id
  /// of the first item of its thread.
  @Test(
    "finds the start of each thread",
    arguments: [
      ("a b", "a b"),
      ("a b<a c<b d<c", "a a a a"),
      ("a b@a c@a<b", "a a a"),
      ("a b<missing c<b", "a b b"),
      ("a@a b@a", "a a"),
      // The platform's own thread id: the earliest item stands for it.
      ("a@t1 b@t2 c@t1 d@t2 e", "a b a b e"),
      ("a@t1 b<a c<b", "a a a"),
      // Named as a context, and so the start of a thread though it answers something.
      ("a b<a c@b d<c", "a b b b"),
      // Context wins over the item answered.
      ("a b c@a<b", "a b a"),
      ("a@t1 b<a@t2 c<b", "a b b"),
      // Circles belong to their earliest item.
      ("a<c b<a c<b", "a a a"),
      ("x a<b b<a c<b", "x a a a"),
      ("a@b b@a c@b", "a a a"),
      ("a<a b<a", "a a"),
      ("a b@c c<a d<b", "a c c c"),
    ])
  func findsStart(items: String, starts: String) throws {
    let lines = items.split(separator: " ").enumerated().map { index, item in
      let id = item.prefix { $0 != "<" && $0 != "@" }
      var more = ""
      for (mark, field) in [("<", "inReplyTo"), ("@", "context")] {
        guard let at = item.firstIndex(of: Character(mark)) else { continue }
        let value = item[item.index(after: at)...].prefix { $0 != "<" && $0 != "@" }
        more += (more.isEmpty ? "" : ",") + #""\#(field)":"\#(value)""#
      }
      return SnapshotFixture.line(String(id), day: index + 1, more)
    }
    let fixture = SnapshotFixture(items: lines.joined(separator: "\n"))
    let community = try #require(try fixture.read().community)
    let found = community.items.threads.map { community.ids[Int($0)] }
    #expect(found == starts.split(separator: " ").map(String.init))
  }

  /// Deep chains are followed without recursion.
  @Test func followsDeepChains() throws {
    let lines = (0..<50_000).map { number in
      #"{"id":"\#(number)","type":"reply","attributedTo":null,"#
        + #""published":"2020-01-01T00:00:00Z","inReplyTo":"\#(number + 1)"}"#
    }
    let fixture = SnapshotFixture(items: lines.joined(separator: "\n"))
    let community = try #require(try fixture.read().community)
    let last = Int32(community.row("49999"))
    #expect(community.items.threads.allSatisfy { $0 == last })
  }
}

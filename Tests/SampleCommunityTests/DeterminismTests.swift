import SampleCommunity
import Testing

@Suite struct DeterminismTests {
  @Test func tellsTheSameHistoryFromTheSameSeed() {
    let moment = ForumHistory.snapshotMoments[1]
    #expect(ForumHistory(seed: 5).state(at: moment) == ForumHistory(seed: 5).state(at: moment))
  }
}

import Basics
import CommunityData
import Foundation
import SampleCommunity
import TestSupport
import Testing

@Suite struct DeterminismTests {
  @Test func givesTheSameBytesFromTheSameSeed() throws {
    #expect(try written(seed: 5) == written(seed: 5))
  }

  @Test func givesAnotherHistoryFromAnotherSeed() throws {
    #expect(try written(seed: 5) != written(seed: 6))
  }

  @Test func committedSnapshotsAreWhatTheCommittedSeedGives() throws {
    let made = try written(seed: ForumHistory.committedSeed)
    #expect(made.count == 10)
    for (path, text) in made {
      let committed = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
      #expect(committed == text, "run `make demo-data`: \(path) differs")
    }
  }

  @Test func committedSnapshotsStaySmall() throws {
    let bytes = try written(seed: ForumHistory.committedSeed).values.reduce(0) {
      $0 + $1.utf8.count
    }
    #expect(bytes <= 6_000_000)
  }
}

private let root = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

private func written(seed: UInt64) throws -> [String: String] {
  let site = MemoryFileSystem()
  _ = try writeSampleSnapshots(of: ForumHistory(seed: seed), into: site)
  return site.texts
}

import Basics
import CommunityData
import SampleCommunity
import TestSupport
import Testing

/// The snapshots, read back as a site reads them.
@Suite struct SnapshotTests {
  @Test func bothSnapshotsTogetherGiveTheLastState() throws {
    let site = MemoryFileSystem()
    let manifests = try writeSampleSnapshots(of: history, into: site)
    let reading = readCommunity(
      slug: ForumHistory.slug, snapshotsUpTo: nil, in: site, at: try SitePath("Content/snapshots"))
    #expect(reading.diagnostics.isEmpty)
    #expect(manifests.map(\.counts.addUp) == [true, true])

    let community = try #require(reading.community)
    let state = history.state(at: ForumHistory.snapshotMoments[1])
    #expect(community.items.count == state.items.count)
    let deleted = (0..<community.items.count).filter { community.items.deleted[$0] != .max }
    #expect(deleted.count == state.items.count { $0.deleted != nil })
    let nameless = (0..<community.items.count).filter { community.items.authors[$0] < 0 }
    #expect(nameless.count == state.items.count { $0.attributedTo == nil })
  }

  @Test func firstSnapshotReadAloneIsTheStateOfItsDay() throws {
    let site = MemoryFileSystem()
    _ = try writeSampleSnapshots(of: history, into: site)
    let reading = readCommunity(
      slug: ForumHistory.slug, snapshotsUpTo: CalendarDay("2026-09-30"), in: site,
      at: try SitePath("Content/snapshots"))
    let state = history.state(at: ForumHistory.snapshotMoments[0])
    #expect(reading.community?.items.count == state.items.count)
    #expect(reading.community?.members.count == state.members.count)
  }

  @Test func everyAuthorHasACreditAndNoMemberHasAName() {
    let state = history.state(at: ForumHistory.snapshotMoments[1])
    #expect(Set(state.credits.map(\.member)) == Set(state.members.map(\.id)))
    #expect(state.members.allSatisfy { ($0.display != nil) == ($0.role == .staff) })
  }

  @Test func wordsOfDeletedItemsAreGone() {
    let deleted = Oracle.committed.state.items.filter { $0.deleted != nil }
    #expect(deleted.count > 50)
    #expect(deleted.allSatisfy { $0.content == nil && $0.name == nil && $0.codes.isEmpty })
  }

  @Test func everyAddressIsAnExample() throws {
    for item in Oracle.committed.state.items {
      let text = [item.url, item.content].compactMap(\.self).joined(separator: " ")
      let pieces = text.split(separator: "https://", omittingEmptySubsequences: false)
      for address in pieces.dropFirst() {
        let host = address.prefix { $0 != "/" && $0 != " " }
        #expect(host.hasSuffix(".example"), "\(item.id): \(host)")
      }
    }
  }

  @Test func noSlotIsLeftOpen() {
    for item in Oracle.committed.state.items {
      let text = (item.name ?? "") + (item.content ?? "")
      #expect(!text.contains("{") && !text.contains("}"), "\(item.id): \(text)")
    }
  }

  @Test func nothingIsAnsweredBeforeItWasAsked() {
    let items = Dictionary(uniqueKeysWithValues: Oracle.committed.state.items.map { ($0.id, $0) })
    for item in items.values {
      guard let parent = item.inReplyTo.flatMap({ items[$0] }) else { continue }
      #expect(parent.published <= item.published, "\(item.id) answers \(parent.id)")
      #expect(parent.context == item.context)
    }
  }
}

private let history = ForumHistory(seed: ForumHistory.committedSeed)

import Basics
import CommunityData
import TestSupport
import Testing

/// Copies of items, wherever they come in an import and however little of it fits into memory.
@Suite struct CopyTests {
  private let place = "Content/snapshots/cafe/2020-01-10"

  /// Written after the rule, one item after the other: an identical copy changes nothing; of others the
  /// one that was edited last stays, of several the one that came last.
  private struct Model {
    var kept: [ExactText: Item] = [:]
    var identical = 0
    var others = 0

    mutating func add(_ item: Item) {
      guard let known = kept[ExactText(item.id)] else {
        kept[ExactText(item.id)] = item
        return
      }
      if item == known {
        identical += 1
        return
      }
      others += 1
      if item.updated ?? item.published >= known.updated ?? known.published {
        kept[ExactText(item.id)] = item
      }
    }

    var inOrder: [Item] {
      kept.values.sorted { left, right in
        left.published == right.published
          ? left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
          : left.published < right.published
      }
    }
  }

  private func write(
    _ items: [Item], memory: Int
  ) throws -> (files: MemoryFileSystem, counts: SnapshotManifest.Counts) {
    let files = MemoryFileSystem()
    var writer = try SnapshotWriter(
      manifest: SnapshotFixture().manifest, folder: SitePath(place), fileSystem: files,
      memory: memory)
    writer.append(Member(id: "m-a"))
    for item in items { writer.append(item) }
    writer.countRead(items.count)
    return (files, try writer.finish().counts)
  }

  /// Ids that need escapes, that look like other fields, and that differ only in their form.
  private static let ids = [
    "a", "b", "a\"b", "a\\", "a\u{1}", "a\n", ",\"published\":\"2000-01-01T00:00:00Z\"", "\u{E9}",
    "e\u{301}", "例え", "a/b", "A", "10", "9", "00", "",
  ]

  private func someItems(_ random: inout SeededGenerator) -> [Item] {
    let count = Int.random(in: 1...60, using: &random)
    return (0..<count).map { _ in
      let number = Int.random(in: 0..<CopyTests.ids.count, using: &random)
      let author = Bool.random(using: &random) ? "m-a" : nil
      var item = Item(
        id: CopyTests.ids[number], type: .post, attributedTo: author,
        published: Timestamp(secondsSinceEpoch: Int64.random(in: 0...3, using: &random)))
      if item.id.isEmpty { item.id = "i\(Int.random(in: 0...30, using: &random))" }
      if Bool.random(using: &random) {
        item.updated = Timestamp(secondsSinceEpoch: Int64.random(in: 2...6, using: &random))
      }
      let length = Int.random(in: 0...40, using: &random)
      item.content = String(repeating: "x", count: length == 40 ? 200_000 : length % 3)
      return item
    }
  }

  @Test(arguments: 0..<40)
  func keepsTheLineEditedLast(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let items = someItems(&random)
    var model = Model()
    items.forEach { model.add($0) }
    for memory in [1, 300, 3_000, 1 << 30] {
      let (files, counts) = try write(items, memory: memory)
      #expect(counts.items == model.kept.count)
      #expect(counts.withheld["identical copy", default: 0] == model.identical)
      #expect(counts.withheld["other copy of the same id", default: 0] == model.others)
      let community = try #require(readCafe(files).community)
      #expect((0..<community.items.count).map { community.item($0) } == model.inOrder)
      #expect(files.texts.keys.allSatisfy { !$0.contains("/.") })
    }
  }

  /// Ids whose hashes are the same are other ids.
  @Test(arguments: [1, 2_000, 1 << 30])
  func tellsApartIDsOfTheSameHash(memory: Int) throws {
    let ids = CollidingTexts.some(40)
    #expect(Set(ids.map { id in Array(id.utf8).withUnsafeBufferPointer(hash) }).count == 1)
    let items = (ids + ids).map { id in
      Item(
        id: id, type: .post, attributedTo: "m-a", published: Timestamp(secondsSinceEpoch: 100))
    }
    let (files, counts) = try write(items, memory: memory)
    #expect(counts.items == 40)
    #expect(counts.withheld == ["identical copy": 40])
    let community = try #require(readCafe(files).community)
    #expect(Set((0..<40).map { community.item($0).id }) == Set(ids))
  }

  /// Copies are counted without a disk, as a dry run asks: its first call would fail.
  @Test(arguments: [1, 1 << 30])
  func countsCopiesWithoutWriting(memory: Int) throws {
    let files = MemoryFileSystem(failingAtCall: 1)
    var writer = try SnapshotWriter(
      manifest: SnapshotFixture().manifest, folder: SitePath(place), fileSystem: files,
      memory: memory, countsOnly: true)
    for second: Int64 in [1, 2, 1] {
      writer.append(
        Item(
          id: "a", type: .post, attributedTo: nil,
          published: Timestamp(secondsSinceEpoch: second)))
    }
    #expect(writer.counts.items == 3)
    try writer.settle()
    #expect(writer.counts.items == 1)
    #expect(writer.counts.withheld == ["other copy of the same id": 2])
    writer.discard()
    #expect(files.texts.isEmpty)
  }
}

/// Texts of one hash: since multiplying with nothing forgets what came before, the third eight bytes
/// can be chosen so that the first do not matter.
private enum CollidingTexts {
  static func some(_ count: Int) -> [String] {
    var found: [String] = []
    var random = SeededGenerator(seed: 5)
    let other = Array("unmoved.".utf8)
    while found.count < count {
      let first = (0..<8).map { _ in UInt8.random(in: 0x61...0x7A, using: &random) }
      let start = UInt64(32) &* 0x9E37_79B9_7F4A_7C15
      let third = bytes(of: fold(start ^ number(of: first)) ^ 0x2D35_8DCC_AA6C_78A5)
      if third.allSatisfy({ $0 < 0x80 }) {
        found.append(String(decoding: first + other + third + other, as: UTF8.self))
      }
    }
    return found
  }

  private static func number(of bytes: [UInt8]) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func bytes(of number: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> UInt64(8 * $0)) }
  }

  private static func fold(_ value: UInt64) -> UInt64 {
    let product = (value ^ 0x2D35_8DCC_AA6C_78A5).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }
}

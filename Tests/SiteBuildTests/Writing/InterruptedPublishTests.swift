import Basics
import Foundation
import SiteBuild
import Testing

private let old = [
  "index.html": "old index", "same.html": "the same", "a/b.html": "old b", "gone/x/y.html": "gone",
  "turns": "a file", "turned/z.html": "in a folder",
]
private let new = [
  "index.html": "new index", "same.html": "the same", "a/b.html": "new b", "fresh/w.html": "fresh",
  "turns/z.html": "in a folder", "turned": "a file",
]
private let theirs = ["CNAME": "example.org", "gone/theirs.txt": "theirs"]

struct Interruption: CustomTestStringConvertible {
  var manner: FailingCalls.Manner
  /// Whether files lay on a stage before the publication began.
  var isStaged: Bool

  static let all = FailingCalls.Manner.allCases.flatMap { manner in
    [false, true].map { Interruption(manner: manner, isStaged: $0) }
  }

  var testDescription: String { "\(manner)\(isStaged ? ", staged" : "")" }
}

/// Holds for every call to the disk that can fail or be the last one of a killed program.
@Suite("an interrupted publication")
struct InterruptedPublishTests {
  @Test(
    "leaves the old or the new edition", arguments: Interruption.all,
    [
      ENOSPC, EIO, EACCES, EROFS,
    ])
  func exchangeIsWhole(way: Interruption, errno: Int32) throws {
    try interrupt(way, errno) { calls in
      PublishOptions(atomic: true, calls: calls)
    } isSound: { site in
      #expect(!FileManager.default.fileExists(atPath: site.outputPath + "/.meadow-next"))
      return isOneEdition(site.published)
    }
  }

  @Test(
    "is completed or forgotten when it went file by file",
    arguments: Interruption.all, [ENOSPC, EIO, EACCES, ENOENT])
  func journalIsCompleted(way: Interruption, errno: Int32) throws {
    try interrupt(way, errno) { calls in
      PublishOptions(largeSite: 0, fewChanges: .infinity, calls: calls)
    } isSound: { site in
      let now = site.published
      let isWhole = now.allSatisfy { name, text in
        [old[name], new[name], theirs[name]].contains(text)
      }
      let wasBegun = tree(at: site.outputPath)[".meadow-next/journal"] != nil
      try site.recover()
      #expect(!wasBegun || site.published == new.merging(theirs) { $1 })
      return isWhole && isOneEdition(site.published)
    }
  }

  @Test(arguments: Interruption.all)
  func firstPublicationIsWhole(way: Interruption) throws {
    for count in 1... {
      let site = try TestSite()
      let calls = FailingCalls(at: count, way.manner)
      _ = try? site.publish(new, PublishOptions(calls: calls), isStaged: way.isStaged)
      #expect([[:], new].contains(site.published), "call \(count)")
      try site.publish(new)
      #expect(site.published == new, "call \(count)")
      #expect(site.leftovers.isEmpty, "call \(count)")
      if !calls.hasFailed { break }
    }
  }

  private func interrupt(
    _ way: Interruption, _ errno: Int32,
    with options: (FailingCalls) -> PublishOptions,
    isSound: (borrowing TestSite) throws -> Bool
  ) throws {
    for count in 1... {
      let site = try TestSite()
      try site.publish(old)
      try put(theirs, in: site.outputPath)
      let calls = FailingCalls(at: count, way.manner, errno: errno)
      _ = try? site.publish(new, options(calls), isStaged: way.isStaged)
      #expect(try isSound(site), "call \(count)")
      try site.publish(new)
      #expect(site.published == new.merging(theirs) { $1 }, "call \(count)")
      #expect(site.leftovers.isEmpty, "call \(count)")
      if !calls.hasFailed { break }
    }
  }

  private func isOneEdition(_ published: [String: String]) -> Bool {
    [old, new].contains { $0.merging(theirs) { $1 } == published }
  }
}

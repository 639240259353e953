import Basics
import CommunityData
import Foundation
import SiteBuild
import TestSupport
import Testing

/// Removing or damaging the cache changes nothing but time.
@Suite struct CachedSiteTests {
  private func build(_ disk: DiskFileSystem, engine: String? = "this") throws -> [String: [UInt8]] {
    let cache = engine.flatMap { CacheFolder(of: disk, engine: $0, isWritable: true) }
    defer { cache?.finish() }
    let reading = readSite(disk, cache: cache)
    let input = try #require(reading.input)
    let asOf = Timestamp(CalendarDay(daysSinceEpoch: 19_000))
    let files = buildSite(input, BuildSettings(asOf: asOf)).files
    return Dictionary(uniqueKeysWithValues: files.map { ($0.path.text, $0.bytes) })
  }

  private func onDisk(_ body: (DiskFileSystem) throws -> Void) throws {
    try withTemporaryFolder { root in
      let disk = DiskFileSystem(root: root)
      for (path, text) in try YearSite().onDisk(days: ["2020-03-31", "2020-06-30"]).texts {
        try disk.write(Array(text.utf8), to: SitePath(path))
      }
      Thread.sleep(forTimeInterval: 0.04)
      try body(disk)
    }
  }

  @Test func buildsTheSameWithAndWithout() throws {
    try onDisk { disk in
      let plain = try build(disk, engine: nil)
      #expect(try disk.entries(in: SitePath(".meadow/cache")).isEmpty)
      #expect(try build(disk) == plain)
      let kept = try disk.entries(in: SitePath(".meadow/cache")).map(\.path.name)
      #expect(kept == ["makers.findings", "makers.items", "makers.measurements", "makers.terms"])
      #expect(try build(disk) == plain)
      for name in kept {
        let path = try SitePath(".meadow/cache/" + name)
        let bytes = try disk.read(path)
        for place in [3, bytes.count / 2, bytes.count - 1] {
          var damaged = bytes
          damaged[place] ^= 0x40
          try disk.write(damaged, to: path)
          #expect(try build(disk) == plain, "\(name) damaged at \(place)")
        }
      }
    }
  }

  @Test func measuresAnewWithOtherSettings() throws {
    try onDisk { disk in
      _ = try build(disk)
      let path = try SitePath("Content/site.yaml")
      let text = String(decoding: try disk.read(path), as: UTF8.self)
      try disk.write(Array(text.replacing("k: 5", with: "k: 7").utf8), to: path)
      #expect(try build(disk) == build(disk, engine: nil))
    }
  }
}

import Basics
import CommunityData
import Foundation
import Importers
import TestSupport
import Testing

/// What a later export says of an earlier one: only what it covers can have vanished from it.
struct LaterExportTests {
  /// Two exports of a community, the second made a day later; what the second brings.
  private func importing(
    _ first: [String: String], then second: [String: String], as format: String,
    change: (inout ImportRequest) -> Void = { _ in }
  ) throws -> ImportResult {
    let disk = MemoryFileSystem()
    var result: ImportResult?
    for (number, files) in [first, second].enumerated() {
      try withTemporaryFolder { root in
        for (name, text) in files {
          try Data(text.utf8).write(to: URL(fileURLWithPath: root).appendingPathComponent(name))
        }
        var request = try request(format, [root])
        if number == 1 {
          request.collected = Timestamp(request.collected.day.adding(days: 1))
          change(&request)
        }
        result = try importExport(request, into: disk) { _ in }
      }
    }
    return try #require(result)
  }

  private let table = """
    id,published,attributedTo,content,channel
    1,2015-05-22T06:00:00Z,ann,a,one
    2,2015-05-23T06:00:00Z,ben,b,two
    3,2015-05-24T06:00:00Z,ann,a,one
    """

  @Test func knowsWhatVanished() throws {
    let later = table.split(separator: "\n").filter { !$0.hasPrefix("2") }.joined(separator: "\n")
    let result = try importing(["t.csv": table], then: ["t.csv": later], as: "csv")
    #expect(result.manifest.complete && result.manifest.gaps.isEmpty)
    #expect(result.refresh?.vanished == 1)
  }

  @Test func missesNothingOfChannelsThatWereNotAskedFor() throws {
    let result = try importing(["t.csv": table], then: ["t.csv": table], as: "csv") {
      $0.channels = ["one"]
    }
    #expect(result.manifest.gaps == ["only some channels were asked for"])
    #expect(!result.manifest.complete && result.manifest.counts.items == 2)
    #expect(result.refresh?.vanished == 0 && result.refresh?.changed == 0)
  }

  private func feed(_ name: String, _ days: ClosedRange<Int>) -> String {
    let items = days.map { day in
      "<item><guid>https://\(name).example/\(day)</guid><title>\(name) \(day)</title>"
        + "<pubDate>\(day) Jan 2018 00:00:00 GMT</pubDate></item>"
    }
    return "<rss><channel><link>https://\(name).example/</link>\(items.joined())</channel></rss>"
  }

  /// The busy feed has room for three entries; the slow one has its first still.
  @Test func missesNothingThatLeftTheListOfAFeed() throws {
    let result = try importing(
      ["slow.rss": feed("slow", 1...1), "busy.rss": feed("busy", 2...4)],
      then: ["slow.rss": feed("slow", 1...1), "busy.rss": feed("busy", 4...6)], as: "feed")
    #expect(result.manifest.gaps == ["a feed lists only its newest entries"])
    #expect(result.refresh?.new == 2 && result.refresh?.vanished == 0)
  }
}

internal import Basics
internal import Foundation
internal import OpenWeb
internal import Testing

/// Not a test of its own: `Tests/oracles/feeds_check.py` names the folder and has other people's
/// readers read what is written there.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["FEEDS_FOLDER"] != nil))
struct FeedDumpTests {
  @Test func writesOneFileOfEachKind() throws {
    let folder = URL(
      fileURLWithPath: try #require(ProcessInfo.processInfo.environment["FEEDS_FOLDER"]))
    let files = [
      "feed.atom": writeAtomFeed(FeedSamples.feed), "feed.json": writeJSONFeed(FeedSamples.feed),
      "directory.opml": writeOPML(FeedSamples.opml),
      "datapackage.json": writeDataPackage(FeedSamples.dataPackage),
      "activity.csv": Array(FeedSamples.table.utf8),
      "sitemap.xml": writeSitemap(FeedSamples.pages, baseURL: "https://insights.example")[0].bytes,
    ]
    for (name, bytes) in files {
      try Data(bytes).write(to: folder.appendingPathComponent(name))
    }
  }
}

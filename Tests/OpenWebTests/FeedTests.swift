internal import Basics
internal import Foundation
internal import JSONText
internal import OpenWeb
internal import Testing

#if canImport(FoundationXML)
  internal import FoundationXML
#endif

struct FeedTests {
  @Test func atomSurvivesAnXMLParserUnchanged() throws {
    let elements = try XMLReading.elements(of: writeAtomFeed(FeedSamples.feed))
    #expect(elements.first?.name == "feed")
    #expect(
      elements.texts(of: "title") == [
        FeedSamples.nastyInXML, FeedSamples.nastyInXML, "Only a title",
      ])
    #expect(elements.texts(of: "content") == [FeedSamples.feed.entries[0].html])
    #expect(elements.texts(of: "summary") == [FeedSamples.nastyInXML, "Only a title"])
    #expect(elements.texts(of: "name") == ["Halyard", "Ines", "Jo <jo>"])
    #expect(
      elements.texts(of: "updated")
        == ["2026-10-31T00:00:05Z", "2026-10-31T00:00:05Z", "2026-10-31T00:00:05Z"])
    #expect(elements.texts(of: "published") == ["1970-01-01T00:00:00Z", "2026-10-31T00:00:05Z"])
    #expect(
      elements.texts(of: "id") == [
        "https://insights.example/feed.atom", "https://insights.example/insights/a.html?x=1&y=2",
        "https://insights.example/insights/b.html",
      ])
  }

  @Test func jsonFeedHasWhatItsFormatAsksFor() throws {
    let feed = try JSONValue(parsing: writeJSONFeed(FeedSamples.feed))
    #expect(feed["version"]?.string == "https://jsonfeed.org/version/1.1")
    #expect(feed["title"]?.string == FeedSamples.nasty)
    #expect(feed["feed_url"]?.string == "https://insights.example/feed.json")
    let items = try #require(feed["items"]?.array)
    #expect(items.count == 2)
    #expect(items[0]["content_html"]?.string == FeedSamples.feed.entries[0].html)
    #expect(items[0]["authors"]?.array?.compactMap { $0["name"]?.string } == ["Ines", "Jo <jo>"])
    #expect(items[0]["tags"]?.array?.compactMap(\.string) == ["upgrade", "a & b"])
    #expect(items[1]["content_text"]?.string == "Only a title")
    #expect(items[1]["date_published"]?.string == "2026-10-31T00:00:05Z")
    #expect(items[1]["content_html"] == nil)
  }

  @Test func sitemapListsPagesWithTheirDays() throws {
    let files = writeSitemap(FeedSamples.pages, baseURL: "https://insights.example")
    #expect(files.map(\.path.text) == ["sitemap.xml"])
    let elements = try XMLReading.elements(of: files[0].bytes)
    #expect(elements.texts(of: "loc") == FeedSamples.pages.map(\.address))
    #expect(elements.texts(of: "lastmod") == ["2026-10-31"])
  }

  @Test func sitemapSplitsAtTheLimitOfItsFormat() throws {
    let pages = (0..<50_001).map { SitemapEntry(address: "https://insights.example/\($0).html") }
    let files = writeSitemap(pages, baseURL: "https://insights.example")
    #expect(files.map(\.path.text) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"])
    #expect(
      try XMLReading.elements(of: files[0].bytes).texts(of: "loc") == [
        "https://insights.example/sitemap-1.xml", "https://insights.example/sitemap-2.xml",
      ])
    #expect(try XMLReading.elements(of: files[1].bytes).texts(of: "loc").count == 50_000)
    #expect(try XMLReading.elements(of: files[2].bytes).texts(of: "loc") == [pages[50_000].address])
  }

  @Test func robotsTextIsOpenAndPassesOurOwnCheck() throws {
    let bytes = writeRobotsText(sitemap: "https://insights.example/sitemap.xml")
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        User-agent: *
        Disallow:

        Sitemap: https://insights.example/sitemap.xml

        """)
    let site = BuiltSite(files: [OutputFile(path: try SitePath("robots.txt"), bytes: bytes)])
    #expect(checkSite(site).isEmpty)
  }

  @Test func opmlKeepsTextAndAddresses() throws {
    let elements = try XMLReading.elements(of: writeOPML(FeedSamples.opml))
    let outlines = elements.filter { $0.name == "outline" }.map(\.attributes)
    #expect(outlines.count == 3)
    #expect(outlines[0] == ["text": "Forums"])
    #expect(
      outlines[1] == [
        "text": FeedSamples.nastyInXML, "type": "link", "url": "https://forum.example/?a=1&b=2",
        "description": "Line\nbreak\ttab",
      ])
    #expect(
      outlines[2] == [
        "text": "With a feed", "type": "rss", "htmlUrl": "https://forum.example/",
        "xmlUrl": "https://forum.example/latest.rss",
      ])
    #expect(elements.texts(of: "dateModified") == ["Sat, 31 Oct 2026 00:00:05 GMT"])
  }

  @Test func dataPackageDescribesEachTable() throws {
    let package = try JSONValue(parsing: writeDataPackage(FeedSamples.dataPackage))
    #expect(package["profile"]?.string == "tabular-data-package")
    #expect(package["licenses"]?.array?.first?["name"]?.string == "CC-BY-4.0")
    let resource = try #require(package["resources"]?.array?.first)
    #expect(resource["path"]?.string == "activity.csv")
    #expect(resource["bytes"]?.integer == FeedSamples.table.utf8.count)
    let schema = try #require(resource["schema"])
    #expect(
      schema["fields"]?.array?.compactMap { $0["type"]?.string } == ["date", "integer", "string"])
    #expect(schema["fields"]?.array?.first?["constraints"]?["required"]?.bool == true)
    #expect(schema["primaryKey"]?.array?.compactMap(\.string) == ["week"])
  }
}

/// Elements as Foundation's XML parser (libxml2) reads them.
enum XMLReading {
  struct Element {
    var name: String
    var attributes: [String: String]
    var text = ""
  }

  static func elements(of bytes: [UInt8]) throws -> [Element] {
    let parser = XMLParser(data: Data(bytes))
    let collector = Collector()
    parser.delegate = collector
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    return collector.elements
  }

  /// A class, since the parser wants one to call back.
  private final class Collector: NSObject, XMLParserDelegate {
    var elements: [Element] = []
    private var open: [Int] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      open.append(elements.count)
      elements.append(Element(name: name, attributes: attributes))
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      if let last = open.last { elements[last].text += text }
    }
  }
}

extension [XMLReading.Element] {
  func texts(of name: String) -> [String] {
    filter { $0.name == name }.map(\.text)
  }
}

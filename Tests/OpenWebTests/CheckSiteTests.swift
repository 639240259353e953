internal import Basics
internal import OpenWeb
internal import TestSupport
internal import Testing

struct CheckSiteTests {
  private static let head = """
    <title>T</title><meta http-equiv="Content-Security-Policy" \
    content="default-src 'none'; img-src 'self' data:; style-src 'self'">
    """

  private func page(_ body: String) -> String { "\(CheckSiteTests.head)\n\(body)\n" }

  private func check(_ files: [String: String]) throws -> [Diagnostic] {
    checkSite(try BuiltSite(reading: MemoryFileSystem(files)))
  }

  @Test func givesOneDiagnosticForOneCauseOnManyPages() throws {
    var files: [String: String] = [:]
    for number in 0..<300 {
      files["p\(number / 10)/\(padded(number, 3)).html"] = page("<a href='../gone.html'>x</a>")
    }
    let found = try check(files)
    #expect(found.count == 1)
    #expect(found.first?.location?.file == "p0/000.html")
    #expect(found.first?.notes == ["and 299 more files"])
  }

  @Test func countsThePlacesOfOneCauseInOneFile() throws {
    let found = try check(["a.html": page("<form></form><form></form>\n<form></form>")])
    #expect(found.map(\.notes) == [["and 2 more places in this file"]])
    #expect(found.first?.location == SourceLocation(file: "a.html", line: 2, column: 1))
  }

  @Test(
    "knows a site's own address from its home page",
    arguments: [
      ("<link rel=canonical href=https://a.example/reports/>", "https://a.example/reports/"),
      ("<link rel=canonical href=https://a.example/home.html>", nil),
      ("<link rel=canonical href=/reports/>", nil),
      ("<link rel=stylesheet href=https://a.example/>", nil),
    ])
  func knowsTheAddressOfASite(link: String, address: String?) throws {
    let site = try BuiltSite(reading: MemoryFileSystem(["index.html": page(link)]))
    #expect(site.ownAddress == address)
  }

  @Test func followsLinksFromTheRootOfTheHostIntoTheFolderOfTheSite() throws {
    let home = page("<link rel=canonical href='https://a.example/reports/'>")
    let files = ["index.html": home, "404.html": page("<a href='/reports/b/'>x</a>")]
    let site = try BuiltSite(reading: MemoryFileSystem(files))
    let found = checkSite(site, baseURL: site.ownAddress)
    #expect(found.map(\.message) == ["no file `b/index.html` in the site"])
  }

  @Test(
    "follows links into a folder however its name is written",
    arguments: ["https://a.example/m%C3%A4rz/", "https://a.example/märz/?x=/y/#z"])
  func followsLinksIntoEncodedFolder(address: String) throws {
    let links = ["/m%C3%A4rz/b/", "https://a.example/märz/c/", "/m%c3%a4rz", "/m/"]
    let body = links.map { "<a href='\($0)'>x</a>" }.joined(separator: "\n")
    let files = ["index.html": page("x"), "404.html": page(body)]
    let found = checkSite(try BuiltSite(reading: MemoryFileSystem(files)), baseURL: address)
    let missing = found.filter { $0.message.hasPrefix("no file") }.map(\.message)
    #expect(
      missing == ["no file `b/index.html` in the site", "no file `c/index.html` in the site"])
    #expect(found.count == 3)
  }

  @Test func ordersFindingsByPlace() throws {
    let found = try check([
      "b.html": page("<p onclick=x>"), "a.html": page("<p onload=x>\n<script></script>"),
    ])
    #expect(
      found.compactMap { $0.location?.description } == ["a.html:2:4", "a.html:3:1", "b.html:2:4"])
  }

  @Test func findsTheSameInMemoryAsOnDisk() throws {
    let files = [
      "a.html": page("<img alt src=//x.example/a.png><a href=b.html#q>x</a>"), "b.html": page("x"),
      "c/d.svg": "<svg><script/></svg>", "e.css": "p { background: url(nowhere.png) }",
    ]
    let inMemory = BuiltSite(
      files: try files.map { OutputFile(path: try SitePath($0.key), bytes: Array($0.value.utf8)) })
    let found = try check(files)
    #expect(found.map(\.code.id) == ["O1a", "O8b", "O2a", "O8c"])
    #expect(checkSite(inMemory).map(\.text) == found.map(\.text))
    let reports = try files.map { path, text in
      OpenWebRule.inspect(
        OutputFile(path: try SitePath(path), bytes: Array(text.utf8)), baseURL: nil)
    }
    #expect(checkSite(inMemory, reports: reports).map(\.text) == found.map(\.text))
  }

  /// Long and short ones by turns, so that what is left of one would show in the next.
  @Test func findsTheSameInMemoryThatOtherPagesLeft() throws {
    let long = String(repeating: "<p class=a><a href=gone.html>x</a>", count: 200)
    let texts = [
      page(long), "", page("<p onclick=x>"), "<p", page(long + "<script></script>"), "x",
    ]
    let files = try texts.enumerated().map { number, text in
      OutputFile(path: try SitePath("\(number).html"), bytes: Array(text.utf8))
    }
    let inspector = SiteInspector(baseURL: nil)
    var memory = PageMemory()
    let found = inspector.findings(
      about: BuiltSite(files: files),
      reports: files.map { inspector.report(on: $0, using: &memory) })
    #expect(found == checkSite(BuiltSite(files: files)))
    #expect(found.count > 3)
  }

  @Test func resolvesAddressesOfStyleSheetsFromTheirOwnFolder() throws {
    #expect(try check(["css/a.css": "p{background:url(../b.png)}", "b.png": ""]).isEmpty)
    #expect(try check(["css/a.css": "p{background:url(b.png)}", "b.png": ""]).count == 1)
  }

  @Test func reportsAFileItCannotRead() throws {
    // The third call reads the file: the first two list the folder and, again, its content.
    let site = try BuiltSite(reading: MemoryFileSystem(["a.html": "x"], failingAtCall: 2))
    #expect(
      checkSite(site).map(\.text) == [
        "error[O0]: cannot read a.html: No space left on device"
      ])
  }

  @Test(arguments: [
    "<svg><script>x</script></svg>",
    "<svg:svg xmlns:svg='http://www.w3.org/2000/svg'><svg:script/></svg:svg>",
    "<svg onload='x'/>",
    "<svg><a href='java&#10;script:x'/></svg>",
    "<svg><foreignObject/></svg>",
    "<svg><x:iframe xmlns:x='http://www.w3.org/1999/xhtml' src='a.svg'/></svg>",
    "<!DOCTYPE svg [ <!ENTITY a 'b'> ]><svg/>",
    "<?xml-stylesheet href='a.css'?><svg/>",
    "<svg><image href='https://x.example/a.png'/></svg>",
    "<svg><style><![CDATA[ p { fill: url(//x.example/a) } ]]></style></svg>",
    "<svg><style>@import '//x.example/a';</style></svg>",
    "<svg><p><style><script/></style></p></svg>",
  ])
  func refusesSVGThatDoesMoreThanDraw(svg: String) throws {
    #expect(try !check(["a.svg": svg]).isEmpty)
  }

  @Test func acceptsPlainSVG() throws {
    let svg = """
      <?xml version="1.0" encoding="utf-8"?>
      <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
      <style>p { fill: url(#g) } <![CDATA[ a > b {} ]]></style>
      <title>&lt;script></title><use xlink:href="#g"/><g id="g" fill="url(#g)" style="color: red"/></svg>
      """
    #expect(try check(["a.svg": svg]).map(\.text).isEmpty)
  }

  @Test func letsRobotsReadEverythingAndBeToldSo() throws {
    #expect(try check(["robots.txt": "User-agent: *\nDisallow:\nAllow: /\n# Disallow: /a"]).isEmpty)
    #expect(try check(["robots.txt": "user-agent: *\r\ndisallow : /"]).map(\.code.id) == ["O4c"])
  }
}

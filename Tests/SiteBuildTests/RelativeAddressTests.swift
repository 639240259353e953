import Basics
import SiteBuild
import Testing

@Suite struct RelativeAddressTests {
  @Test(arguments: [
    ("index.html", "style.css", "style.css"),
    ("insights/a/index.html", "style.css", "../../style.css"),
    ("insights/a/index.html", "insights/b/index.html", "../b/index.html"),
    ("insights/a/index.html", "insights/index.html", "../index.html"),
    ("insights/index.html", "insights/a/index.html", "a/index.html"),
    ("a/index.html", "a/index.html", "index.html"),
    ("a/b/c.html", "a/b/d/e.html", "d/e.html"),
    ("index.html", "static/ä b.png", "static/%C3%A4%20b.png"),
    ("index.html", "a:b.html", "a%3Ab.html"),
  ])
  func leadsFromOneFileToAnother(from: String, to: String, address: String) throws {
    #expect(try relativeAddress(from: SitePath(from), to: SitePath(to)) == address)
  }

  @Test func keepsTheFragment() throws {
    let page = try SitePath("a/index.html")
    let target = try SitePath("method/index.html")
    #expect(
      relativeAddress(from: page, to: target, fragment: "privacy")
        == "../method/index.html#privacy")
  }
}

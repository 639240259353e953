import LinkDirectory
import Testing

@Suite struct WebAddressTests {
  @Test(
    "knows a place however its address was typed",
    arguments: [
      ("https://forum.example/", "forum.example"), ("http://www.Forum.example:80", "forum.example"),
      ("https://forum.example./", "forum.example"),
      ("https://www.forum.example.:443//", "forum.example"),
      ("https://forum.example/%61/B/", "forum.example/a/B"),
      ("https://forum.example/m%C3%A4rz", "forum.example/märz"),
      ("https://forum.example/märz", "forum.example/märz"),
      ("https://forum.example/a%2Fb", "forum.example/a%2Fb"),
      ("https://forum.example:8080/a", "forum.example:8080/a"),
      ("https://www.xn--zrk-sna.example/", "zörk.example"),
      ("https://ZÖRK.example", "zörk.example"), ("https://z%C3%B6rk.example/", "zörk.example"),
      ("http://[2001:DB8::1]:80/", "[2001:db8::1]"),
      ("https://xn--zrk-sna.example:8080/", "zörk.example:8080"),
    ])
  func knowsPlace(address: String, name: String) throws {
    #expect(try #require(WebAddress(address)).placeName == name)
  }

  @Test(
    "gives what lies below an address its own",
    arguments: ["", "a/", "m%C3%A4rz/index.html", String(repeating: "a", count: 2024)])
  func goesBelow(path: String) throws {
    let site = try #require(WebAddress("https://forum.example/x/"))
    #expect(site.below(path) == WebAddress("https://forum.example/x/" + path))
    #expect((site.below(path) == nil) == (path.utf8.count + 24 > 2048))
  }

  @Test(
    "knows a host with and without `www.`",
    arguments: [
      ("https://www.Forum.example:8080/a", "forum.example"),
      ("http://forum.example.", "forum.example"), ("http://[::1]:80/", "[::1]"),
      ("https://www.xn--zrk-sna.example/", "zörk.example"), ("https://www.de/", "www.de"),
    ])
  func knowsHost(address: String, host: String) throws {
    #expect(try #require(WebAddress(address)).placeHost == host)
  }

  @Test(
    "tells the host without its port",
    arguments: [
      ("https://Forum.example:8080/a", "forum.example"),
      ("http://[2001:DB8::1]:80/", "[2001:db8::1]"),
      ("http://[::1]", "[::1]"), ("https://forum.example?x", "forum.example"),
    ])
  func tellsHost(address: String, host: String) throws {
    #expect(try #require(WebAddress(address)).host == host)
  }
}

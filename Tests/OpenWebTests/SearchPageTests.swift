internal import Basics
internal import Crypto
internal import Foundation
internal import OpenWeb
internal import Testing

/// The one script that may run: the program's own, on the search page, under the policy that names it.
struct SearchPageTests {
  private static let script = String(decoding: SearchScript.element, as: UTF8.self)
  private static let strict = "default-src 'none'; img-src 'self' data:; style-src 'self'"

  private static func page(
    _ script: String = script, policy: String = SearchScript.policy
  ) -> String {
    """
    <!doctype html><html lang="en"><head><title>T</title>
    <meta http-equiv="Content-Security-Policy" content="\(policy)"></head>
    <body>\(script)</body></html>
    """
  }

  private static func found(_ page: String, at path: String) throws -> [String] {
    let file = OutputFile(path: try SitePath(path), bytes: Array(page.utf8))
    return checkSite(BuiltSite(files: [file])).map(\.code.id)
  }

  @Test func namesTheScriptInThePolicyByItsHash() throws {
    let text = Self.script.dropFirst("<script type=\"module\">".count).dropLast("</script>".count)
    let hash = Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
    #expect(SearchScript.policy.contains("'sha256-\(hash)'"))
    // Nothing in it ends the element before its end.
    #expect(!text.contains("</") && !text.contains("<!--"))
  }

  @Test func allowsTheScriptOnTheSearchPage() throws {
    #expect(try Self.found(Self.page(), at: "search/index.html") == [])
  }

  @Test(arguments: ["index.html", "en/search/index.html", "search/index.htm", "search.html"])
  func allowsItNowhereElse(path: String) throws {
    #expect(try Self.found(Self.page(), at: path).sorted() == ["O1c", "O2a"])
  }

  @Test(arguments: [
    page(script.replacing("150", with: "151")),
    page(script.replacing("<script ", with: "<script async ")),
    page("<script type=\"module\" src=\"index.html\"></script>"),
    page("<script>" + script.dropFirst("<script type=\"module\">".count)),
    page(policy: SearchScript.policy + " https://elsewhere.example"),
    page(policy: SearchScript.policy.replacing("connect-src 'self'", with: "connect-src *")),
    page(policy: SearchScript.policy.uppercased()),
  ])
  func allowsNoOtherScriptOrPolicy(page: String) throws {
    #expect(try Self.found(page, at: "search/index.html").sorted() == ["O1c", "O2a"])
  }

  @Test func allowsEachOnlyBesideTheOther() throws {
    #expect(try Self.found(Self.page(policy: Self.strict), at: "search/index.html") == ["O2a"])
    #expect(try Self.found(Self.page(""), at: "search/index.html") == ["O1c"])
  }

  @Test func findsAnotherScriptBesideIt() throws {
    let page = Self.page(Self.script + "<script>x()</script><p onclick=\"x()\">y</p>")
    #expect(try Self.found(page, at: "search/index.html") == ["O2a", "O2b"])
  }
}

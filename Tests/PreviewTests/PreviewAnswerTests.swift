import Basics
import Preview
import Testing

@Suite("Preview answers") struct PreviewAnswerTests {
  private static let policy =
    #"<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">"#

  private let edition: PreviewEdition
  private let addresses = PreviewAddresses(port: 1313, basePath: "/reports/")

  init() throws {
    let files = [
      "index.html": "<html><head>\(Self.policy)</head><body>Home</body></html>",
      "insights/first/index.html": "<head></head>First", "404.html": "<head></head>Lost",
      "style.css": "a{}", "data/a b.csv": "\"a\"", "old.HTM": "<head></head>Old",
      "film.webm": "",
    ]
    edition = PreviewEdition.nothing.followed(
      by: try files.map { OutputFile(path: try SitePath($0.key), bytes: Array($0.value.utf8)) }, [])
  }

  private func reply(
    _ path: String, _ method: String = "GET", host: String? = "localhost:1313",
    origin: String? = nil
  ) -> PreviewReply {
    answer(
      PreviewRequest(method: method, path: path, host: host, origin: origin), edition, addresses)
  }

  @Test(
    "finds pages and files under the base path",
    arguments: [
      ("/reports/", 200, "text/html; charset=utf-8"),
      ("/reports/insights/first/", 200, "text/html; charset=utf-8"),
      ("/reports/style.css", 200, "text/css; charset=utf-8"),
      ("/reports/data/a%20b.csv", 200, "text/csv; charset=utf-8"),
      ("/reports/old.HTM", 200, "text/html; charset=utf-8"),
      ("/reports/film.webm", 200, "video/webm"),
      ("/reports/nowhere", 404, "text/html; charset=utf-8"),
      ("/elsewhere/", 404, "text/html; charset=utf-8"),
    ])
  func findsFiles(path: String, status: Int, type: String) {
    let reply = reply(path)
    #expect(reply.status == status)
    #expect(reply.headers["Content-Type"] == type)
  }

  @Test(
    "leads to where a page is",
    arguments: [
      ("/", "/reports/"), ("/reports", "/reports/"),
      ("/reports/insights/first", "/reports/insights/first/"),
    ])
  func redirects(path: String, place: String) {
    let reply = reply(path)
    #expect(reply.status == 307)
    #expect(reply.headers["Location"] == place)
  }

  @Test("lies below a path that needs percent signs", arguments: ["/m%C3%A4rz/", "/märz/"])
  func liesBelowEncodedPath(basePath: String) {
    let addresses = PreviewAddresses(port: 1313, basePath: basePath)
    #expect(addresses.home == "http://127.0.0.1:1313/m%C3%A4rz/")
    let statuses = ["/m%C3%A4rz/", "/m%c3%a4rz/style.css", "/", "/m/"].map { path in
      let request = PreviewRequest(method: "GET", path: path, host: "localhost:1313")
      return answer(request, edition, addresses).status
    }
    #expect(statuses == [200, 200, 307, 404])
  }

  @Test(
    "leads nowhere out of the site",
    arguments: [
      "/reports/../../etc/passwd", "/reports/..%2f..%2fetc/passwd", "/reports/%2e%2e/style.css",
      "/reports/..%5cstyle.css", "/reports/style.css%00.html", "/reports/%zz", "/reports/%ff",
      "//evil.example/", "reports/", "", "/reports/./style.css",
    ])
  func leadsNowhere(path: String) {
    #expect(reply(path).status == 404)
  }

  @Test(
    "answers to this machine's own names alone",
    arguments: [
      ("localhost:1313", 200), ("127.0.0.1:1313", 200), ("[::1]:1313", 200),
      ("LOCALHOST:1313", 200), ("localhost", 403), ("localhost:1314", 403),
      ("evil.example:1313", 403), ("localhost.evil.example:1313", 403), (nil, 403),
    ] as [(String?, Int)])
  func checksHost(host: String?, status: Int) {
    #expect(reply("/reports/", host: host).status == status)
  }

  @Test(
    "refuses pages of other sites",
    arguments: [
      ("http://localhost:1313", 200), ("http://127.0.0.1:1313", 200),
      ("https://evil.example", 403), ("null", 403), ("http://localhost:8080", 403),
    ])
  func checksOrigin(origin: String, status: Int) {
    #expect(reply("/reports/", origin: origin).status == status)
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get"])
  func answersOnlyReading(method: String) {
    let reply = reply("/reports/", method)
    #expect(reply.status == 405)
    #expect(reply.headers["Allow"] == "GET, HEAD")
  }

  @Test func addsTheScriptAndLetsItRun() {
    let page = String(decoding: reply("/reports/").body, as: UTF8.self)
    #expect(page.contains(#"<script src="/.meadow-preview/reload.js" data-version="1" defer>"#))
    #expect(page.contains("default-src 'none'; script-src 'self'; connect-src 'self'; style-src"))
    #expect(!String(decoding: reply("/reports/style.css").body, as: UTF8.self).contains("script"))
  }

  @Test func leavesTheSearchPageItsScript() throws {
    let policy = "default-src 'none'; connect-src 'self'; script-src 'self' 'sha256-abc='"
    let page = "<head><meta content=\"\(policy)\"></head>"
    let path = try SitePath("search/index.html")
    let edition = PreviewEdition.nothing.followed(
      by: [OutputFile(path: path, bytes: Array(page.utf8))], [])
    let request = PreviewRequest(path: "/reports/search/", host: "localhost:1313")
    let sent = String(decoding: answer(request, edition, addresses).body, as: UTF8.self)
    #expect(sent.contains("; connect-src 'self' 'self'; script-src 'self' 'self' 'sha256-abc='\">"))
    #expect(sent.ranges(of: "script-src").count == 1)
  }

  @Test(
    "reads whole addresses and leaves out fragments",
    arguments: [
      ("http://localhost:1313/reports/", 200), ("HTTP://localhost:1313/reports/#top", 200),
      ("/reports/#top", 200), ("http://localhost:1313", 307),
      ("http://evil.example/reports/", 403), ("https://localhost:1313/reports/", 404),
    ])
  func readsWholeAddresses(path: String, status: Int) {
    #expect(reply(path).status == status)
  }

  @Test func letsNobodyElseReadOrKeepIt() {
    let headers = reply("/reports/").headers
    #expect(headers["Access-Control-Allow-Origin"] == nil)
    #expect(headers["Cache-Control"] == "no-store")
    #expect(headers["X-Frame-Options"] == "DENY")
    #expect(headers["X-Content-Type-Options"] == "nosniff")
  }

  @Test func keepsTheLastGoodEditionUp() {
    let broken = edition.followed(by: [], [Diagnostic(DiagnosticCode("X001", "bad", ""), "bad")])
    #expect(broken.version == 2)
    #expect(broken.files == edition.files)
    #expect(broken.diagnostics.count == 1)
  }

  @Test func saysThatNothingIsBuiltYet() {
    let empty = PreviewEdition.nothing.followed(
      by: [], [Diagnostic(DiagnosticCode("X001", "bad", ""), "bad")])
    let reply = answer(
      PreviewRequest(path: "/reports/", host: "localhost:1313"), empty, addresses)
    #expect(reply.status == 503)
    #expect(String(decoding: reply.body, as: UTF8.self).contains("reload.js"))
  }
}

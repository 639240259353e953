/// The page workload in structs of its own.
struct HandPage {
  struct Link {
    var title: String
    var url: String
    var isActive: Bool
  }
  struct Case {
    var title: String
    var url: String
    var date: String
    var summary: String
    var isFailed: Bool
  }
  var siteTitle: String
  var base: String
  var title: String
  var date: String
  var body: String
  var nav: [Link]
  var related: [Case]

  init(_ values: [String: Any]) {
    let (site, page) = (values.record("site"), values.record("page"))
    (siteTitle, base) = (site.text("title"), site.text("base"))
    (title, date, body) = (page.text("title"), page.text("date"), page.text("body"))
    nav = values.records("nav").map {
      Link(title: $0.text("title"), url: $0.text("url"), isActive: $0["active"] as? Bool ?? false)
    }
    related = values.records("related").map {
      Case(
        title: $0.text("title"), url: $0.text("url"), date: $0.text("date"),
        summary: $0.text("summary"), isFailed: $0["failed"] as? Bool ?? false)
    }
  }
}

private let months: [StaticString] = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December",
]

extension HandWriter {
  mutating func page(_ page: borrowing HandPage) {
    raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>")
    escaped(page.title)
    raw(" - ")
    escaped(page.siteTitle)
    raw("</title>\n<link rel=\"stylesheet\" href=\"")
    escaped(page.base)
    raw("style.css\"></head>\n<body>\n<nav><ul>\n")
    for link in page.nav {
      raw("<li")
      if link.isActive { raw(" class=\"active\"") }
      anchor(link.url, link.title)
      raw("</li>\n")
    }
    raw("</ul></nav>\n<main><h1>")
    escaped(page.title)
    raw("</h1>\n<p class=\"date\">")
    day(page.date)
    raw("</p>\n<article>")
    raw(page.body)
    raw("</article>\n<ul class=\"related\">\n")
    for item in page.related { related(item) }
    raw("</ul>\n</main>\n<footer>")
    escaped(page.siteTitle)
    raw("</footer>\n</body>\n</html>\n")
  }

  private mutating func anchor(_ url: String, _ title: String) {
    raw("><a href=\"")
    escaped(url)
    raw("\">")
    escaped(title)
    raw("</a>")
  }

  private mutating func related(_ item: HandPage.Case) {
    raw("<li")
    if item.isFailed { raw(" class=\"failed\"") }
    anchor(item.url, item.title)
    raw(" <time datetime=\"")
    escaped(item.date)
    raw("\">")
    day(item.date)
    raw("</time> <span>")
    escaped(item.summary)
    raw("</span></li>\n")
  }

  private mutating func day(_ text: String) {
    text.utf8.withContiguousStorageIfAvailable { digits in
      func value(_ range: Range<Int>) -> Int {
        range.reduce(0) { $0 * 10 + Int(digits[$1]) - 48 }
      }
      number(value(8..<10))
      raw(" ")
      raw(months[value(5..<7) - 1])
      raw(" ")
      number(value(0..<4))
    }
  }
}

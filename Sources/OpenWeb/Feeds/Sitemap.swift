package import Basics

/// A page as search engines are told of it.
package struct SitemapEntry: Sendable, Hashable {
  /// Absolute.
  package var address: String
  /// The day the page's content last changed, nil when nobody knows.
  package var changed: CalendarDay?

  package init(address: String, changed: CalendarDay? = nil) {
    self.address = address
    self.changed = changed
  }
}

/// The sitemap of a site (sitemaps.org 0.9): `sitemap.xml`, or an index of that name beside
/// `sitemap-1.xml`, `sitemap-2.xml` … when there are more than 50,000 pages.
package func writeSitemap(_ entries: [SitemapEntry], baseURL: String) -> [OutputFile] {
  let limit = 50_000
  guard entries.count > limit else {
    return [OutputFile(path: sitemapPath(nil), bytes: urlSet(entries[...]))]
  }
  var files: [OutputFile] = []
  for start in stride(from: 0, to: entries.count, by: limit) {
    let part = entries[start..<min(start + limit, entries.count)]
    files.append(OutputFile(path: sitemapPath(files.count + 1), bytes: urlSet(part)))
  }
  let base = baseURL.hasSuffix("/") ? baseURL : baseURL + "/"
  let index = OutputFile(
    path: sitemapPath(nil), bytes: sitemapIndex(files.map { base + $0.path.text }))
  return [index] + files
}

private func sitemapPath(_ number: Int?) -> SitePath {
  let name = number.map { "sitemap-\($0).xml" } ?? "sitemap.xml"
  guard let path = try? SitePath(name) else { preconditionFailure("a fixed name is a path") }
  return path
}

private let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"

private func urlSet(_ entries: ArraySlice<SitemapEntry>) -> [UInt8] {
  var xml = XMLText()
  xml.open("urlset", [("xmlns", namespace)])
  for entry in entries {
    xml.open("url")
    xml.element("loc", text: entry.address)
    if let changed = entry.changed { xml.element("lastmod", text: changed.description) }
    xml.close()
  }
  xml.close()
  return xml.bytes
}

private func sitemapIndex(_ addresses: [String]) -> [UInt8] {
  var xml = XMLText()
  xml.open("sitemapindex", [("xmlns", namespace)])
  for address in addresses {
    xml.open("sitemap")
    xml.element("loc", text: address)
    xml.close()
  }
  xml.close()
  return xml.bytes
}

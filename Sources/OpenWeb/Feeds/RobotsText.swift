/// A `robots.txt` that lets everyone read everything and names the sitemap (RFC 9309).
package func writeRobotsText(sitemap: String?) -> [UInt8] {
  var text = "User-agent: *\nDisallow:\n"
  if let sitemap { text += "\nSitemap: \(sitemap)\n" }
  return Array(text.utf8)
}

/// `robots.txt` of a site that nobody is to find.
package func writeClosedRobotsText() -> [UInt8] {
  Array("User-agent: *\nDisallow: /\n".utf8)
}

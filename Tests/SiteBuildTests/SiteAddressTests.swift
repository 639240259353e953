import Basics
import SiteBuild
import TestSupport
import Testing

/// Where the site says it will lie.
@Suite struct SiteAddressTests {
  private func site(at address: String) -> SampleSite {
    let about = "---\ntitle: About\naliases: [us/]\n---\n\nText.\n"
    let settings = "title: Insights\norganisation: Acme\nbase_url: \(address)\n"
    return SampleSite().with([
      "Content/site.yaml": settings + "data_licence: CC-BY-4.0\n",
      "Content/pages/about.md": about,
    ])
  }

  @Test(
    "builds below a folder whose name needs percent signs",
    arguments: ["https://x.example/m%C3%A4rz/", "https://x.example/märz"])
  func buildsBelowEncodedFolder(address: String) throws {
    let build = try site(at: address).build()
    #expect(build.findings == [])
    #expect(build.page("_redirects").contains("/m%C3%A4rz/us/ /m%C3%A4rz/about/ 301\n"))
    #expect(
      build.page("redirects/nginx.conf").contains(
        "location = \"/märz/us/\" { return 301 /m%C3%A4rz/about/; }\n"))
    #expect(build.page("sitemap.xml").contains("<loc>https://x.example/m%C3%A4rz/about/</loc>"))
  }

  @Test(
    "tells machines the host as DNS has it",
    arguments: [
      ("https://bücher.example/", "https://xn--bcher-kva.example/"),
      ("https://Bücher.example:8080/a", "https://xn--bcher-kva.example:8080/a/"),
      ("https://x.example/", "https://x.example/"),
      ("https://[2001:db8::1]:65535/", "https://[2001:db8::1]:65535/"),
    ])
  func tellsHostToMachines(address: String, expected: String) throws {
    let build = try site(at: address).build()
    #expect(build.findings == [])
    #expect(build.page("sitemap.xml").contains("<loc>\(expected)about/</loc>"))
    #expect(build.page("robots.txt").contains("Sitemap: \(expected)sitemap.xml"))
  }

  @Test(
    "refuses an address that pages cannot lie below",
    arguments: [
      ("https://x.example/?a=b", "leave out what begins with `?` or `#`"),
      ("https://x.example/a?b", "leave out what begins with `?` or `#`"),
      ("https://x.example/a/#b", "leave out what begins with `?` or `#`"),
      ("https://x.example/../a/", "leave out `.` and `..`"),
      ("https://x.example/a/.", "leave out `.` and `..`"),
      ("https://x.example:65536/", "write a host and a port from 1 to 65535"),
      ("https://x.example:0/", "write a host and a port from 1 to 65535"),
      ("https://x.example:/", "write a host and a port from 1 to 65535"),
      ("https://x.example:+80/", "write a host and a port from 1 to 65535"),
      ("https://:80/", "write a host and a port from 1 to 65535"),
      ("https://[::1]:99999/", "write a host and a port from 1 to 65535"),
    ])
  func refusesQuery(address: String, fix: String) throws {
    let findings = try site(at: address).readingFindings()
    #expect(findings.count == 1)
    #expect(findings.first?.contains("`\(address)` is no site's address") == true)
    #expect(findings.first?.contains("Content/site.yaml:3:11") == true)
    #expect(findings.first?.contains(fix) == true)
  }

  @Test func refusesQueryOfCommand() throws {
    let input = try #require(readSite(try SampleSite().onDisk()).input)
    var settings = BuildSettings(asOf: Timestamp(CalendarDay(daysSinceEpoch: 19_000)))
    settings.baseURL = "https://x.example/?a=b"
    let found = buildSite(input, settings).diagnostics.filter { $0.severity != .note }
    #expect(
      found.map(\.text) == [
        """
        error[S004]: the base URL `https://x.example/?a=b` is no site's address
          = fix: leave out what begins with `?` or `#`
        """
      ])
  }
}

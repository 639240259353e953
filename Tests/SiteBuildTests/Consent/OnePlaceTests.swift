import Basics
import LinkDirectory
import SiteBuild
import TestSupport
import Testing

/// One place under two ids: whoever says no under one of them is gone under both.
@Suite struct OnePlaceTests {
  private static let other = "c-other1"
  private static let directory = [
    "directory/index.html", "directory/directory.json", "directory/directory.opml",
  ]

  /// The address of the place in every way the directory writes it.
  private func isListed(_ build: SampleBuild) -> Bool {
    Self.directory.contains { path in
      let page = build.page(path)
      return page.contains("rk-forum.example") || page.contains("xn--zrk-forum-07a")
    }
  }

  @Test(
    "goes from the directory, however the place is written",
    arguments: [
      ConsentSite.place, "https://zörk-forum.example", "http://www.zörk-forum.example:80/",
      "https://xn--zrk-forum-07a.example/", "https://zörk-forum.example./",
    ])
  func leavesTheDirectoryWithOneNo(place: String) throws {
    for (gone, left) in [(ConsentSite.subject, Self.other), (Self.other, ConsentSite.subject)] {
      let site = try ConsentSite()
      try site.grant(subject: left)
      try site.grant(at: "2026-01-03T00:00:00Z", subject: gone, place: place)
      #expect(isListed(try site.build()))
      try site.no(subject: gone, place: place)
      let build = try site.build()
      #expect(!isListed(build))
      #expect(!build.files.values.contains { $0.contains("Söhne") })
      #expect(!build.diagnostics.hasErrors)
    }
  }

  @Test func comesBackWithAYesThatIsLaterThanTheNo() throws {
    let site = try ConsentSite()
    try site.grant()
    try site.no(subject: Self.other)
    try site.grant(at: "2026-04-01T00:00:00Z")
    #expect(isListed(try site.build()))
  }

  @Test func staysSuspendedUntilTheSameIDIsResumed() throws {
    let site = try ConsentSite()
    try site.grant()
    try site.no(.suspend, subject: Self.other)
    #expect(!isListed(try site.build()))
  }

  /// Its basis is a licence, and its file does not tell the id under which it said no.
  @Test(arguments: ["origin: https://makers.example\n", ""])
  func knowsAPlaceThatSaidNoByItsOrigin(origin: String) throws {
    let file = """
      ---
      name: Makers
      kind: Forum
      summary: People who make things.
      basis: licence
      proof: https://makers.example/licence
      \(origin)---
      """
    let site = try ConsentSite(["Content/communities/makers.md": file])
    try site.no(subject: "c-maker1", place: "https://makers.example/")
    let build = try site.build()
    #expect((build.files["communities/makers/index.html"] == nil) == !origin.isEmpty)
    if origin.isEmpty { return }
    #expect(!build.files.values.contains { $0.contains("makers.example") })
    #expect(
      build.short.contains {
        $0.contains("the place https://makers.example said no to being measured")
      })
  }
}

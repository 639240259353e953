import Basics
import Foundation
import SiteBuild
import Testing

/// What becomes of the index that Pagefind made of an edition.
@Suite struct SearchIndexTests {
  private static let index = [
    "pagefind/pagefind.js": "1", "pagefind/pagefind-entry.json": "2",
    "pagefind/wasm.en.pagefind": "3", "pagefind/pagefind.en_1.pf_meta": "4",
    "pagefind/fragment/en_1.pf_fragment": "a text that is taken back",
    "pagefind/index/en_1.pf_index": "6", "pagefind/filter/en_1.pf_filter": "7",
  ]
  private static let site = ["index.html": "1", "search/index.html": "2"]

  private static func changed(_ path: String, _ text: String?) -> [String: String] {
    var site = site
    site[path] = text
    return site
  }

  @Test(arguments: roads)
  func goesWithTheEditionItWasMadeOf(calls: LimitedCalls) throws {
    let editions = [
      Self.changed("index.html", "3"), Self.changed("new.html", "3"),
      Self.changed("search/index.html", nil),
    ]
    for edition in editions {
      let site = try TestSite()
      let options = PublishOptions(calls: calls)
      try site.publish(Self.site, options)
      try put(Self.index, in: site.outputPath)
      let summary = try site.publish(edition, options)
      #expect(site.published == edition)
      #expect(tree(at: site.outputPath)["pagefind/"] == nil)
      #expect(Set(summary.changes.removed).isSuperset(of: Self.index.keys))
      #expect(
        summary.diagnostics.map(\.text).last == """
          note[W015]: the search index told of the site before this one and went with it
            = fix: make it of the published folder: `python3 -m pagefind --site FOLDER`
          """)
    }
  }

  @Test func staysWhileNothingChanges() throws {
    let site = try TestSite()
    try site.publish(Self.site)
    try put(Self.index, in: site.outputPath)
    let before = try times(below: site.path)
    let summary = try site.publish(Self.site)
    #expect(summary.text == "0 files changed")
    #expect(summary.diagnostics.isEmpty)
    #expect(try times(below: site.path) == before)
  }

  @Test(arguments: roads)
  func takesNothingOfOthersWithIt(calls: LimitedCalls) throws {
    let site = try TestSite()
    let options = PublishOptions(calls: calls)
    try site.publish(Self.site, options)
    let others = [
      "pagefind/notes.txt": "mine", "pagefind/fragment/notes.txt": "mine",
      "other/pagefind/pagefind.js": "mine", "other.pagefind": "mine",
      "pagefind/pagefind\nremove-file index.html": "mine", "pagefind/pagefind \u{E4}.js": "mine",
    ]
    try put(Self.index.merging(others) { $1 }, in: site.outputPath)
    try site.publish(Self.changed("index.html", "3"), options)
    #expect(site.published == Self.changed("index.html", "3").merging(others) { $1 })
  }

  @Test func isAskedForWhereAPageSearches() throws {
    let site = try TestSite()
    #expect(
      try site.publish(Self.site).diagnostics.map(\.text) == [
        """
        note[W015]: the search page has no index yet
          = fix: make it of the published folder: `python3 -m pagefind --site FOLDER`
        """
      ])
    try put(Self.index, in: site.outputPath)
    #expect(try site.publish(Self.site).diagnostics.isEmpty)
    #expect(try TestSite().publish(["index.html": "1"]).diagnostics.isEmpty)
  }

  /// Files that a site brings itself are the site's, whatever they are called.
  @Test func leavesTheFilesOfTheEdition() throws {
    let site = try TestSite()
    let files = ["index.html": "1", "pagefind/pagefind.js": "mine"]
    try site.publish(files)
    let summary = try site.publish(files.merging(["index.html": "2"]) { $1 })
    #expect(site.published["pagefind/pagefind.js"] == "mine")
    #expect(summary.diagnostics.isEmpty)
  }
}

import Basics
import SiteBuild
import TestSupport
import Testing

/// A build after edits leaves pages as they are, and what is published is what a build of the whole
/// site publishes.
@Suite struct EditedSiteTests {
  private static let start = [
    "Content/site.yaml": "title: T\norganisation: Acme\nbase_url: https://acme.example/\n",
    "Content/pages/about.md": "---\ntitle: About\n---\n\nSee [the first](../notes/one.md#why).\n",
    "Content/notes/index.md": "---\ntitle: Notes\n---\n\nAll of them.\n",
    "Content/notes/one.md": page("One", "## Why\n\nBecause.\n", tags: "[a, b]"),
    "Content/notes/two.md": page("Two", "See [one](one.md#why).\n", tags: "[b]"),
    "Content/notes/three.md": page("Three", "## How\n\nSo.\n"),
    "Content/how-to/four.md": page("Four", "Back to [three](../notes/three.md#how).\n"),
  ]

  private static func page(_ title: String, _ body: String, tags: String = "[]") -> String {
    "---\ntitle: \(title)\ndate: 2020-01-0\(title.count)\ntags: \(tags)\n---\n\n\(body)"
  }

  @Test func makesOnlyTheEditedPageAgain() throws {
    let site = try EditableSite(Self.start)
    #expect(try site.build().standing.isEmpty)
    try site.append("\nOne more.\n", to: "Content/notes/one.md")
    let build = try site.build()
    #expect(build.made.contains("notes/one/index.html"))
    #expect(!build.made.contains("notes/two/index.html"))
    #expect(build.standing.contains("notes/two/index.html"))
    #expect(build.standing.contains("notes/index.html"))
    #expect(try site.published() == site.publishedFromNothing())
    // Edits add up: what stood once can stand again.
    try site.append("\nOne more.\n", to: "Content/how-to/four.md")
    #expect(try site.build().standing.contains("notes/two/index.html"))
    #expect(try site.published() == site.publishedFromNothing())
  }

  @Test(
    "makes every page again after a change of",
    arguments: [
      ("Content/notes/one.md", "---\ntitle: Another\n---\n\n## Why\n"),
      ("Content/notes/index.md", "---\ntitle: Notes\n---\n\nNone of them.\n"),
      ("Content/pages/about.md", "---\ntitle: About\n---\n\nNothing.\n"),
      ("Content/site.yaml", "title: U\norganisation: Acme\n"),
      ("Content/notes/five.md", page("Five5", "New.\n")),
      ("Templates/note.html", "<p>{{ page.title }}</p>"),
      ("Output/notes/two/index.html", "mine"),
    ])
  func makesAllAgain(path: String, text: String) throws {
    let site = try EditableSite(Self.start)
    _ = try site.build()
    try site.put(text, at: path)
    #expect(try site.build().standing.isEmpty)
    #expect(try site.published() == site.publishedFromNothing())
  }

  @Test func findsALinkIntoAPageThatStands() throws {
    let site = try EditableSite(Self.start)
    _ = try site.build()
    let links = "\n[There](three.md#how) and [not](three.md#where).\n"
    try site.append(links, to: "Content/notes/two.md")
    let build = try site.build()
    #expect(build.errors == ["no place `#where` in `notes/three/index.html`"])
    #expect(build.standing.contains("notes/three/index.html"))
  }

  @Test func findsTheLinksToAPlaceThatIsGone() throws {
    let site = try EditableSite(Self.start)
    _ = try site.build()
    try site.put(Self.page("Three", "## Then\n\nSo.\n"), at: "Content/notes/three.md")
    #expect(try site.build().errors == ["no place `#how` in `notes/three/index.html`"])
  }

  /// What stands then is of the file as it was before, which the build did not read.
  @Test func catchesUpWithAnEditDuringTheBuild() throws {
    let site = try EditableSite(Self.start)
    _ = try site.build()
    try site.append("\nOne more.\n", to: "Content/notes/one.md")
    let titled = (path: "Content/notes/two.md", text: Self.page("Duo", "Text.\n", tags: "[b]"))
    #expect(try site.build(meanwhile: titled).standing.contains("notes/index.html"))
    #expect(try site.build().standing.isEmpty)
    #expect(try site.published() == site.publishedFromNothing())
  }

  @Test("publishes the same after random edits", arguments: [1, 2, 3] as [UInt64], [false, true])
  func publishesTheSame(seed: UInt64, isStaged: Bool) throws {
    var random = SeededGenerator(seed: seed)
    let site = try EditableSite(Self.start)
    let files = Self.start.keys.filter { $0.hasSuffix(".md") }.sorted()
    var stood = 0
    for round in 0..<8 {
      let path = try #require(files.randomElement(using: &random))
      let text = try #require(Self.start[path])
      let edits = [
        text + "\nRound \(round).\n", text + "\n## Also\n",
        text.replacing("title: ", with: "title: \(round) "), text + "\n[x](../notes/one.md#why)",
        text.replacing("## Why", with: "## Reason"),
        text.replacing("Because", with: "*Because* \(round)"),
      ]
      try site.put(try #require(edits.randomElement(using: &random)), at: path)
      let build = try site.build(isStaged: isStaged)
      stood += build.standing.count
      #expect(try build.findings == site.findingsFromNothing(), "round \(round), \(path)")
      #expect(try site.published() == site.publishedFromNothing(), "round \(round), \(path)")
    }
    #expect(stood > 0)
  }
}

@Suite struct RememberedPagesTests {
  private static let text = "pages 1\n8f03a1 notes/first/index.html\n- notes/index.html\nend\n"

  @Test func bringsBackWhatItWrote() throws {
    let pages = try #require(RememberedPages(reading: Array(Self.text.utf8)))
    #expect(String(decoding: pages.text, as: UTF8.self) == Self.text)
    #expect(RememberedPages(reading: RememberedPages().text) == RememberedPages())
  }

  @Test(
    "does not guess at",
    arguments: [
      "", "pages 1\n", "pages 2\nend\n", "pages 1\nxyz notes/index.html\nend\n",
      "pages 1\n8f03a1\nend\n", "pages 1\n- ../index.html\nend\n", "pages 1\n- notes/index.html\n",
    ])
  func refuses(text: String) {
    #expect(RememberedPages(reading: Array(text.utf8)) == nil)
  }
}

/// A site on disk that is built as the command does it: compared, built, published, remembered.
struct EditableSite: ~Copyable {
  private let site: TestSite
  private let disk: DiskFileSystem

  init(_ files: [String: String]) throws {
    let site = try TestSite()
    let disk = DiskFileSystem(root: site.path)
    for (path, text) in files { try disk.write(Array(text.utf8), to: SitePath(path)) }
    self.site = site
    self.disk = disk
  }

  borrowing func put(_ text: String, at path: String) throws {
    try disk.write(Array(text.utf8), to: SitePath(path))
  }

  borrowing func append(_ text: String, to path: String) throws {
    try put(String(decoding: try disk.read(SitePath(path)), as: UTF8.self) + text, at: path)
  }

  struct Build {
    var made: Set<String>
    var standing: Set<String>
    var errors: [String]
    /// All that is told, with its places.
    var findings: [String]
  }

  /// A text that is written meanwhile is so when it has been seen what was edited.
  borrowing func build(
    meanwhile edit: (path: String, text: String)? = nil, isStaged: Bool = false
  ) throws -> Build {
    let key = BuildKey(engine: "1", flags: [], live: [])
    let check = try UnchangedCheck(site: site.path, output: site.output, key: key)
    if let edit { try put(edit.text, at: edit.path) }
    let last = check.edits.flatMap { edits in
      RememberedPages(reading: edits.notes).map {
        LastBuild(pages: $0, edited: edits.files, output: DiskFileSystem(root: site.outputPath))
      }
    }
    let stage = isStaged ? EditionStage(for: site.output, holding: site.lock) : nil
    defer { stage?.clear() }
    let result = try result(after: last, on: stage)
    let errors = result.diagnostics.filter { $0.severity == .error }.map(\.message)
    if errors.isEmpty {
      let summary = try publish(
        result.files, staged: result.staged, standing: check.standing(result.standing),
        to: site.output,
        PublishOptions(largeSite: 10, fewChanges: 0.5), holding: site.lock)
      try check.remember(result.remembered.text, after: summary)
    }
    return Build(
      made: Set(result.files.map(\.path.text)), standing: Set(result.standing.map(\.text)),
      errors: errors, findings: result.diagnostics.map(\.text))
  }

  private borrowing func result(
    after last: LastBuild?, on stage: EditionStage? = nil
  ) throws -> BuildResult {
    let reading = readSite(disk)
    let input = try #require(reading.input)
    let asOf = Timestamp(CalendarDay(daysSinceEpoch: 19_000))
    return buildSite(input, BuildSettings(asOf: asOf), after: last, on: stage)
  }

  borrowing func published() -> [String: String] { site.published }

  borrowing func findingsFromNothing() throws -> [String] {
    try result(after: nil).diagnostics.map(\.text)
  }

  /// What would be published had nothing been built before; errors publish nothing.
  borrowing func publishedFromNothing() throws -> [String: String] {
    let result = try result(after: nil)
    if result.diagnostics.contains(where: { $0.severity == .error }) { return site.published }
    return Dictionary(
      uniqueKeysWithValues: result.files.map {
        ($0.path.text, String(decoding: $0.bytes, as: UTF8.self))
      })
  }
}

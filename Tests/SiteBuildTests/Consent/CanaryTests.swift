import Basics
import Foundation
import LinkDirectory
import SiteBuild
import TestSupport
import Testing

/// Gone means gone: what a community was called, where it was and what it said is nowhere in the
/// output once it said no, in no encoding, in no file and no file's name.
@Suite struct CanaryTests {
  /// Every place an author can name a community in, on every kind of page there is.
  private static let content: [String: String] = [
    "Content/site.yaml": """
    title: Insights
    organisation: Acme
    base_url: https://insights.example/
    note: With thanks to Zörk & Söhne Forum.
    data_licence: CC-BY-4.0
    text_licence: CC-BY-4.0
    headline: only
    timeline: zoerk-forum
    smart_punctuation: true
    """,
    "Content/insights/only.md": """
    ---
    title: Zörk & Söhne Forum minds things
    summary: Quaxly truly does.
    date: 2020-02-02
    communities: [zoerk-forum]
    sources: [zoerk-forum/q1]
    tags: [Quaxly]
    ---

    ## What Quaxly says

    ```quote
    community: zoerk-forum
    item: q1
    words: Nobody minds the kwyjibo here.
    ```
    """,
    "Content/insights/both.md": """
    ---
    title: Unlike Zörk & Söhne Forum
    summary: Makers and Quaxly.
    date: 2020-02-01
    communities: [makers, zoerk-forum]
    sources: [makers/q1, zoerk-forum/q1]
    tags: [Quaxly, welding]
    ---

    ## What Quaxly says

    Zörk & *Söhne* Forum; ZO\u{308}RK & SO\u{308}HNE FORUM; Z&ouml;rk &amp; S&#246;hne&nbsp;Forum;
    Zörk\u{200B} & Söhne-Forum; zörk & söhne
    forum. See [Zörk & Söhne Forum](https://zörk-forum.example/t/1 "Quaxly"),
    [there](https://z%C3%B6rk-forum.example/x), <https://xn--zrk-forum-07a.example/>,
    [above](#what-quaxly-says), [them](../communities/zoerk-forum.md), [that](zoerk-forum-again.md)
    and ![Quaxly](/quaxly.svg).

    {{ measure("activity.items", community="zoerk-forum") }}

    ```chart
    community: makers
    metric: activity.items
    title: Zörk & Söhne Forum beside makers
    campaigns: true
    ```

    ```chart
    community: zoerk-forum
    metric: activity.items
    title: Quaxly alone
    ```

    ```table
    community: zoerk-forum
    metric: activity.items
    title: Quaxly as a table
    ```

    ```figures
    community: zoerk-forum
    metrics: [activity.items]
    ```

    ```threads
    community: zoerk-forum
    ```

    ```note
    title: Quaxly
    text: Ask Zörk & Söhne Forum.
    ```
    """,
    "Content/insights/zoerk-forum-again.md": """
    ---
    title: Again
    summary: Again.
    date: 2020-02-03
    communities: [makers]
    sources: [makers/q1]
    ---

    Nothing.
    """,
    "Content/campaigns/visit.md": """
    ---
    title: Visit to Zörk & Söhne Forum
    date: 2020-01-10
    until: 2020-01-20
    aim: Learn.
    communities: [makers, zoerk-forum]
    ---
    """,
    "Content/pages/about.md": """
    ---
    title: About Quaxly
    summary: On Zörk & Söhne Forum.
    ---

    | Quaxly | Makers |
    |---|---|
    | `Quaxly` | x[^1] |

    [^1]: As Zörk & Söhne Forum has it.

    ```
    code about zörk-forum.example
    ```
    """,
    "Content/criticism/loud.md": """
    ---
    title: Zörk & Söhne Forum is not heard
    summary: Quaxly says so.
    number: 1
    date: 2020-01-20
    status: heard
    communities: [makers, zoerk-forum]
    sources: [zoerk-forum/q1, makers/q1]
    ---

    As Quaxly put it.
    """,
    "Content/jobs/mind.md": """
    ---
    title: Mind as Quaxly does
    phrases: [who minds, Quaxly]
    communities: [zoerk-forum]
    ---
    """,
    "Content/strategy/quiet.md": """
    ---
    title: Be heard in Zörk & Söhne Forum
    behaviour: Quaxly listens.
    engagement: We listen.
    measure: activity.items
    review: 2030-01-01
    communities: [zoerk-forum]
    jobs: [mind]
    ---
    """,
    "Content/sketches/box.md": """
    ---
    title: A box for Quaxly
    summary: A box.
    date: 2020-01-15
    communities: [zoerk-forum]
    question: Does Zörk & Söhne Forum want a box?
    sources: [zoerk-forum/q1]
    ---
    """,
    "Content/explainers/boxes.md": """
    ---
    title: Boxes
    summary: What Quaxly asks.
    date: 2020-01-15
    communities: [zoerk-forum]
    sources: [zoerk-forum/q1]
    ---

    Zörk & Söhne Forum asked.
    """,
    "Content/media/page.md": """
    ---
    title: Quaxly's page
    address: https://zörk-forum.example/page
    ownership: earned
    communities: [zoerk-forum]
    ---
    """,
    "Content/corrections/no.md": """
    ---
    title: Not so, says Quaxly
    date: 2020-02-03
    kind: dissent
    about: [insights/both]
    community: zoerk-forum
    link: https://zörk-forum.example/t/1
    ---
    """,
    "Content/reps/ola.md": """
    ---
    name: Ola
    role: Guest of Quaxly
    communities: [zoerk-forum]
    contact: https://zörk-forum.example/u/ola
    ---
    """,
    "Content/departments/care.md": """
    ---
    name: Care for Quaxly
    owner: Head of care
    topics: [Quaxly]
    communities: [zoerk-forum]
    ---
    """,
    "Content/notes/day.md": """
    ---
    title: A day at Quaxly
    ---

    Zörk & Söhne Forum.
    """,
    "Content/static/quaxly.svg": """
    <svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>x</title></svg>
    """,
    "Content/static/list.csv": "\"Quaxly\",\"https://zörk-forum.example/\"\n",
    "Content/static/list.json": "{\"n\":\"Z\\u00f6rk & S\\u00f6hne Forum\"}\n",
    "Content/static/mail.txt": "Dear Zörk & Söhne Forum,\n",
    "Templates/not-found.html": """
    {% extends "base.html" %}
    {% block main %}
    <div class="head"><h1>Nothing here, ask Quaxly</h1></div>
    {% endblock %}
    """,
  ]

  /// All that must be nowhere: names, addresses, words, titles.
  private static let canaries = [
    ConsentSite.name, ConsentSite.slug, "zörk-forum.example", ConsentSite.otherName, "Kwyjibo",
  ]

  private func site() throws -> ConsentSite {
    let site = try ConsentSite(Self.content)
    try site.grant()
    let before = try site.build()
    let reading = readSite(site.disk, upTo: CalendarDay("2020-01-31"))
    let input = try #require(reading.input)
    let newest = readMeasurements(site.disk, asOf: try #require(Timestamp("2026-02-01T00:00:00Z")))
    let sealing = sealEdition(
      input, on: try #require(CalendarDay("2020-01-31")),
      BuildSettings(asOf: try #require(Timestamp("2026-02-01T00:00:00Z"))),
      newest: try #require(newest.table))
    if let edition = sealing.edition {
      _ = try writeEdition(edition, replacing: false, to: site.disk)
    }
    #expect(!before.diagnostics.hasErrors, "\(before.findings)")
    return site
  }

  @Test func leavesNoTraceOfACommunityThatSaidNo() throws {
    let site = try site()
    try assertThere(site.build())
    try site.no()
    let after = try site.build()
    #expect(!after.diagnostics.hasErrors, "\(after.findings)")
    try assertGone(after)
  }

  @Test func leavesNoTraceWhenTheConsentEndsOrItsEvidenceIsGone() throws {
    let site = try site()
    try assertGone(site.build(asOf: "2027-01-02T00:00:00Z"))
    try site.disk.remove(SitePath("Content/consent/evidence/1.txt"))
    try assertGone(site.build())
  }

  @Test func leavesNoTraceWhenTheFileOfTheCommunityGoesToo() throws {
    let site = try ConsentSite([
      "Content/pages/about.md": """
      ---
      title: About
      ---

      Once [there](https://zörk-forum.example/t/1) was a place.
      """
    ])
    try site.grant()
    try site.no()
    for path in ["Content/communities/zoerk-forum.md", "Content/insights/both.md"] {
      try site.disk.remove(SitePath(path))
    }
    let after = try site.build()
    #expect(!after.diagnostics.hasErrors, "\(after.findings)")
    #expect(!after.page("about/index.html").contains("zörk"))
    #expect(after.page("communities/c-7f3k9q/index.html").contains("withdrawn"))
  }

  @Test("a name that holds what cannot be seen", arguments: ["\u{200B}", "\u{AD}", "\u{2060}"])
  func leavesNoTraceOf(invisible: String) throws {
    let path = "Content/communities/zoerk-forum.md"
    let site = try ConsentSite([
      "Content/pages/about.md": "---\ntitle: About\n---\n\nAsk Quaxly, or \u{200B}Qua\u{2060}xly.\n"
    ])
    let community = try #require(site.disk.texts[path])
    let name = "Qua\(invisible)xly"
    let names = community.replacing("[Quaxly]", with: "[\"\(name)\", \"\(invisible)\"]")
    try site.disk.write(Array(names.utf8), to: SitePath(path))
    try site.grant()
    try site.no()
    let about = try site.build().page("about/index.html")
    #expect(about.contains("Ask [withdrawn], or"))
    #expect(!about.contains("xly"))
  }

  /// A canary that was never there proves nothing.
  private func assertThere(_ build: SampleBuild) throws {
    let all = build.files.values.joined(separator: "\n")
    for canary in ["Zörk &amp; Söhne Forum", "zörk-forum.example", "Quaxly", "Kwyjibo", "kwyjibo"] {
      #expect(all.contains(canary), "\(canary)")
    }
    #expect(build.files.count > 30)
  }

  private func assertGone(_ build: SampleBuild) throws {
    let names = build.files.keys.sorted().joined(separator: "\n")
    for canary in Self.canaries {
      for (encoding, form) in CanaryEncoding.all(of: canary) {
        let wanted = Data(form)
        #expect(
          Data(names.utf8).range(of: wanted) == nil, "\(canary) as \(encoding) in a file name")
        for (path, text) in build.files where Data(text.utf8).range(of: wanted) != nil {
          Issue.record("\(canary) as \(encoding) in \(path)")
        }
      }
    }
    try assertNoFoldedTrace(build)
  }

  /// Case, Unicode form, markup, references and percent signs undone, then searched once more.
  private func assertNoFoldedTrace(_ build: SampleBuild) throws {
    let folded = Self.canaries.map { CanaryEncoding.folded($0) }
    for (path, text) in build.files {
      let whole = path.hasSuffix(".eml") ? text + CanaryEncoding.unquoted(text) : text
      let seen = CanaryEncoding.folded(CanaryEncoding.readable(whole))
      for canary in folded where seen.contains(canary) {
        Issue.record("\(canary) in \(path), as a reader sees it")
      }
    }
  }
}

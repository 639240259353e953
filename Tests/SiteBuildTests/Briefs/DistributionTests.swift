import Basics
import SiteBuild
import Testing

/// Who is told what, and what is told to nobody.
@Suite struct DistributionTests {
  private func insight(_ title: String, _ more: String) -> String {
    """
    ---
    title: \(title)
    summary: S.
    date: 2020-02-03
    communities: [makers]
    sources: [makers/q1]
    \(more)
    ---
    """
  }

  @Test func goesToThoseWhoShareAJobATopicOrACommunity() throws {
    let build = try BriefSite().with([
      "Content/insights/third.md": insight("Chairs break", "tags: [welding]"),
      "Content/insights/fourth.md": insight("All for care", "departments: [care]\ntags: [welding]"),
      "Content/insights/fifth.md": """
      ---
      title: In the yard
      summary: S.
      date: 2020-02-03
      communities: [yard]
      sources: [yard/glue]
      ---
      """,
    ]).build()
    #expect(build.findings == [])
    #expect(
      build.page("briefs/distribution.json") == """
        [
          {
            "insight": "In the yard",
            "page": "insights/fifth/",
            "departments": [
              {
                "department": "care",
                "brief": "briefs/care/",
                "reason": "community",
                "about": "yard"
              }
            ]
          },
          {
            "insight": "All for care",
            "page": "insights/fourth/",
            "departments": [
              {
                "department": "care",
                "brief": "briefs/care/",
                "reason": "named"
              }
            ]
          },
          {
            "insight": "Chairs break",
            "page": "insights/third/",
            "departments": [
              {
                "department": "press",
                "brief": "briefs/press/",
                "reason": "topic",
                "about": "welding"
              }
            ]
          },
          {
            "insight": "Wélding is dear",
            "page": "insights/second/",
            "departments": [
              {
                "department": "press",
                "brief": "briefs/press/",
                "reason": "topic",
                "about": "welding"
              }
            ]
          },
          {
            "insight": "Questions are answered",
            "page": "insights/first/",
            "departments": [
              {
                "department": "care",
                "brief": "briefs/care/",
                "reason": "job",
                "about": "mend"
              }
            ]
          }
        ]

        """)
    let page = build.page("briefs/index.html")
    for words in [
      "about the job “Mend a chair”", "about “welding”", "named by its author", "about The Yard",
    ] {
      #expect(page.contains(words), "\(words)")
    }
  }

  @Test func findsAnInsightThatReachesNobody() throws {
    let build = try BriefSite().with([
      "Content/insights/third.md": insight("Chairs break", "")
    ]).build()
    #expect(
      build.findings == [
        """
        warning[S040]: the insight `Chairs break` is in no brief
          --> Content/insights/third.md:1:1
          = fix: name under `departments:` whom it concerns, or under `jobs:` what it is about
        """
      ])
    #expect(build.page("briefs/index.html").contains("Nobody yet"))
  }

  @Test func asksNothingOfASiteWithoutDepartments() throws {
    let build = try SampleSite().build()
    #expect(build.findings == [])
    #expect(build.files.keys.allSatisfy { !$0.hasPrefix("briefs/") })
  }
}

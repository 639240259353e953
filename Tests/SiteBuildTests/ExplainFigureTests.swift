import Basics
import CommunityData
import SiteBuild
import TestSupport
import Testing

@Suite struct ExplainFigureTests {
  private func explain(_ name: String, _ more: [String: String] = [:]) throws
    -> FigureExplanation?
  {
    let disk = try SampleSite().with(more).onDisk()
    return explainFigure(name, disk, asOf: Timestamp(CalendarDay(daysSinceEpoch: 19_000)))
  }

  private func text(_ name: String, _ more: [String: String] = [:]) throws -> String {
    let explanation = try #require(try explain(name, more))
    return explanation.text ?? explanation.diagnostics.map(\.text).joined(separator: "\n")
  }

  @Test func tellsWhatANumberRestsOn() throws {
    let text = try text("unanswered@makers")
    #expect(text.hasPrefix("unanswered@makers/all/all\n\n"))
    #expect(text.contains("Questions without a response: 1 threads, n = 2"))
    #expect(text.contains("Definition   How many questions still wait"))
    #expect(text.contains("Counted      1 threads"))
    #expect(text.contains("Post         makers/q2  https://makers.example/t/2"))
    #expect(!text.contains("https://makers.example/t/1"))
    #expect(
      text.contains("Snapshot     Content/snapshots/makers/2020-01-31/items.ndjson, 3 rows, "))
  }

  @Test func tellsACountOnceAndATimeTwice() throws {
    #expect(try text("activity.items@makers").contains("Items published: 3 items\n"))
    let wait = try text("time_to_first_response.p25@makers")
    #expect(wait.contains(" (3600 seconds)"), "\(wait)")
  }

  @Test func tellsWhereThePeriodReachesBeyondTheData() throws {
    // Known is what lies between ten in the morning of the sixth and the end of 30 January 2020.
    #expect(
      try text("activity.items@makers/2020-01").contains(
        "; the period began before the data; the period is not over"))
    let week = try text("activity.items@makers/2020-W02")
    #expect(!week.contains("; the period"))
  }

  @Test func listsTheNewestPostFirst() throws {
    let posts = try text("activity.items@makers/2020-01").split(separator: "\n")
      .filter { $0.hasPrefix("Post ") }
    #expect(
      posts == [
        "Post         makers/q2  https://makers.example/t/2",
        "Post         makers/a1  https://makers.example/t/1#a1",
        "Post         makers/q1  https://makers.example/t/1",
      ])
  }

  /// Two threads began in the month; who asks for the share of a code is told of both.
  @Test func countsThreadsWhereTheShareIsOfThreads() throws {
    let text = try text("codes.threads@makers/2020-01/code=question")
    #expect(text.contains(", n = 2") && text.contains("Counted      2 threads"), "\(text)")
  }

  @Test func tellsOfASegmentAlone() throws {
    let text = try text("unanswered@makers/all/age=7-30d")
    #expect(text.contains("Counted      1 threads"))
    #expect(text.contains("Segment      age=7-30d: For 7 to 30 days"))
    #expect(try self.text("unanswered@makers/all/age=0-1d").contains("Counted      0 threads"))
  }

  @Test func tellsNothingBehindAWithheldNumber() throws {
    let text = try text("contributors@makers/2020-01")
    #expect(text.contains("People who wrote: [c] Withheld: it is about fewer than 5 people"))
    #expect(!text.contains("https://makers.example/"))
    #expect(!text.contains("Counted") && !text.contains("Left out"))
  }

  /// The question bears a phrase of a codex and of a job, its answer neither; so does the other one.
  @Test func listsThePostsThatBearACode() throws {
    let codex = """
      codes:
        - code: welding
          title: Welding
          meaning: Somebody welds.
          cues: {en: [weld]}
      """
    let job = "---\ntitle: Stick it\nphrases: [glue]\n---\n"
    let more = ["Content/codex.yaml": codex, "Content/jobs/stick.md": job]
    let welding = try text("codes.items@makers/2020/code=welding", more)
    #expect(welding.contains("Counted      1 items"), "\(welding)")
    #expect(
      welding.contains("https://makers.example/t/1") && !welding.contains("makers.example/t/2"))
    let stick = try text("jobs.threads@makers/2020/job=stick", more)
    #expect(stick.contains("Counted      1 threads"), "\(stick)")
    #expect(stick.contains("https://makers.example/t/2") && !stick.contains("makers.example/t/1"))
  }

  @Test func readsTheDataBesideAFigure() throws {
    let data = """
      [
      {"community":"makers","metric":"activity.items","period":"2020-W02","segment":"all","value":3},
      {"community":"makers","metric":"activity.items","period":"2020-W03","segment":"all","value":0}
      ]
      """
    let more = ["Output/insights/first/fig-1.json": data]
    for name in ["insights/first#fig-1", "Output/insights/first/index.html#fig-1"] {
      #expect(try text(name, more).hasPrefix("activity.items@makers/2020-W03/all\n"))
    }
  }

  @Test(arguments: [
    ("activty@makers", "error[P001]: unknown metric `activty`\n  = fix: did you mean `activity`?"),
    (
      "activity.items@maker",
      "error[P003]: nothing is measured for community `maker`\n  = fix: did you mean `makers`?"
    ),
  ])
  func saysWhatIsUnknown(_ name: String, _ message: String) throws {
    #expect(try text(name) == message)
  }

  @Test(arguments: ["activity", "insights/first", "insights/none#fig-1", "../x#fig-1"])
  func takesNothingElseForAFigure(_ name: String) throws {
    #expect(try explain(name) == nil)
  }
}

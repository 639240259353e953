import Basics
import Foundation
import MeadowCommand
import Starter
import TestSupport
import Testing

/// Where `meadow new` writes, and what it leaves when it cannot.
@Suite struct NewFolderTests {
  private func answers() throws -> StarterAnswers {
    StarterAnswers(
      title: try #require(SingleLine("Insights")), organisation: try #require(SingleLine("Acme")))
  }

  private let day = CalendarDay(daysSinceEpoch: 20_782)

  private func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test func makesTheFolderAndThoseAboveIt() throws {
    try withTemporaryFolder { root in
      let count = try NewFolder(root + "/a/b/site").write(try answers(), on: day)
      #expect(try names(in: root + "/a/b/site") == [".gitignore", "Content"])
      #expect(count == (try DiskFileSystem(root: root + "/a/b/site").walk(.root).count))
    }
  }

  @Test(arguments: [[], [".git"], [".gitkeep"], [".meadow-new"]])
  func fillsAnEmptyFolder(found: [String]) throws {
    try withTemporaryFolder { root in
      for name in found {
        try FileManager.default.createDirectory(
          atPath: root + "/" + name, withIntermediateDirectories: false)
      }
      _ = try NewFolder(root).write(try answers(), on: day)
      let kept = found.filter { $0 != ".meadow-new" }
      #expect(try names(in: root) == (kept + [".gitignore", "Content"]).sorted())
    }
  }

  @Test func refusesAFolderThatHoldsAnything() throws {
    try withTemporaryFolder { root in
      for name in ["a\u{AD}.txt", "b.txt", "c.txt", "d.txt", "e.txt"] {
        try Data().write(to: URL(fileURLWithPath: root + "/" + name))
      }
      #expect(
        refusal(root) == [
          """
          error[R005]: `\(root)` is not empty: it holds `a\\u{AD}.txt`, `b.txt`, `c.txt` and 2 more
            = fix: name a folder that is new or empty
          """
        ])
      #expect(try names(in: root).count == 5)
    }
  }

  @Test func knowsASiteThatIsThereAlready() throws {
    try withTemporaryFolder { root in
      let site = root + "/my site"
      _ = try NewFolder(site).write(try answers(), on: day)
      #expect(
        refusal(site) == [
          """
          error[R005]: `\(site)` is not empty: it holds `.gitignore`, `Content`
            = fix: it looks like a site already: `meadow build --site '\(site)'`
          """
        ])
    }
  }

  @Test("refuses a folder without a name, below which lies the root of the disk")
  func refusesNoName() {
    #expect(
      refusal("") == [
        """
        error[R005]: the name of the folder is empty
          = fix: name a folder that is new or empty: `meadow new garden`
        """
      ])
  }

  @Test func refusesAFile() throws {
    try withTemporaryFolder { root in
      try Data().write(to: URL(fileURLWithPath: root + "/file"))
      #expect(
        refusal(root + "/file") == [
          """
          error[R005]: `\(root)/file` is no folder
            = fix: name a folder that is new or empty
          """
        ])
    }
  }

  @Test func leavesNothingWhereItCannotWrite() throws {
    try withTemporaryFolder { root in
      try Data().write(to: URL(fileURLWithPath: root + "/file"))
      #expect(throws: NewFolderRefusal.self) {
        _ = try NewFolder(root + "/file/site").write(try answers(), on: day)
      }
      // A link where the content has to go would lead out of the folder.
      let long = String(repeating: "x", count: 300)
      #expect(throws: NewFolderRefusal.self) {
        _ = try NewFolder(root + "/new/" + long).write(try answers(), on: day)
      }
      #expect(try names(in: root) == ["file"])
    }
  }

  private func refusal(_ path: String) -> [String] {
    do throws(NewFolderRefusal) {
      _ = try NewFolder(path)
      return []
    } catch {
      return error.diagnostics.map(\.text)
    }
  }

  @Test func asksThreeQuestionsWithTheFlagThatAnswersEach() {
    #expect(
      StarterQuestion.allCases.map(\.prompt) == [
        "What is the site called? [Community insights] ",
        "Who listens and publishes? [Example Organisation] ",
        "Its address, if you know it (https://…, empty for later): ",
      ])
    #expect(
      StarterQuestion.title.refusal("a\u{1B}b").text == """
        error[R006]: --title cannot be `a\\u{1B}b`
          = fix: a name is one line of at most 200 characters, and not blank
        """)
    #expect(
      StarterQuestion.address.refusal("insights").text == """
        error[R006]: --base-url cannot be `insights`
          = fix: an address begins with https:// or http:// and has a host: \
        https://insights.example.org/
        """)
    #expect(
      StarterQuestion.address.refusal("https://insights.example/?a=1").text == """
        error[R006]: --base-url cannot be `https://insights.example/?a=1`
          = fix: pages lie below the address: leave out what begins with `?` or `#`
        """)
    #expect(
      StarterQuestion.address.refusal("https://insights.example:65536/").text == """
        error[R006]: --base-url cannot be `https://insights.example:65536/`
          = fix: pages lie below the address: write a host and a port from 1 to 65535: \
        https://insights.example.org:8080/
        """)
    #expect(
      NewFolderRefusal.noAnswer(.organisation).diagnostics.map(\.text) == [
        """
        error[R006]: no answer, so nothing was written
          = fix: answer with --organisation
        """
      ])
  }

  @Test func endsWithTwoCommandsThatCanBeTyped() {
    let text = NewSiteText.summary(folder: "my site", files: 16)
    #expect(
      text == """
        my site: a site of 16 files, with an invented, labelled community to look around in.

          meadow serve --site 'my site' --open
              shows it, and every change you make to 'my site'/Content
          meadow build --site 'my site'
              publishes it in 'my site'/Output
        """)
    #expect(CommandReference.fault(of: ["serve", "--site", "my site", "--open"]) == nil)
    #expect(CommandReference.fault(of: ["build", "--site", "my site"]) == nil)
  }
}

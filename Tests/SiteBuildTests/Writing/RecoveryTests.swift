import Basics
import Foundation
import SiteBuild
import Testing

@Suite("what a killed run left")
struct RecoveryTests {
  @Test(
    "refuses a journal that Meadow cannot have written",
    arguments: [
      (text: "", line: 1), (text: "meadow journal 1\nplace 0 a.html\n", line: 2),
      (text: "meadow journal 1\nplace 0 ../../x\nend\n", line: 2),
      (text: "meadow journal 1\nmake-folder a\nremove-file /etc/passwd\nend\n", line: 3),
      (text: "meadow journal 1\nplace -1 a.html\nend\n", line: 2),
      (text: "meadow journal 1\nremove-everything a\nend\n", line: 2),
    ])
  func refusesADamagedJournal(text: String, line: Int) throws {
    let site = try TestSite()
    try site.publish(["a.html": "1"])
    try put([".meadow-next/0": "x", ".meadow-next/journal": text], in: site.outputPath)
    let place = site.outputPath + "/.meadow-next/journal"
    #expect(throws: PublishError.damaged(path: place, line: line)) { try site.recover() }
    #expect(site.published == ["a.html": "1"])
  }

  @Test func movesNothingThroughALink() throws {
    let site = try TestSite()
    try site.publish(["a.html": "1"])
    try put(["outside/b.html": "theirs"], in: site.path)
    symlink("../outside", site.outputPath + "/link")
    let journal = "meadow journal 1\nplace 0 link/b.html\nend\n"
    try put([".meadow-next/0": "ours", ".meadow-next/journal": journal], in: site.outputPath)
    #expect(
      throws: PublishError.notPlain(path: site.outputPath + "/link", kind: .symbolicLink)
    ) { try site.recover() }
    #expect(tree(at: site.path + "/outside") == ["b.html": "theirs"])
  }

  @Test func takesEveryStepOfAJournal() throws {
    let site = try TestSite()
    try site.publish(["a.html": "old", "b/c.html": "old", "d.html": "old"])
    // Step 1 was taken before the run was killed: its staged file is gone.
    let journal = """
      meadow journal 1
      make-folder e
      place 0 d.html
      place 1 a.html
      place 2 e/f.html
      remove-file b/c.html
      remove-folder b
      end

      """
    try put(
      [".meadow-next/1": "new", ".meadow-next/2": "new", ".meadow-next/journal": journal],
      in: site.outputPath)
    try site.recover()
    #expect(site.published == ["a.html": "new", "d.html": "old", "e/f.html": "new"])
    #expect(tree(at: site.outputPath)["b/"] == nil)
    #expect(site.leftovers.isEmpty)
  }

  @Test func forgetsWhatHasNoJournal() throws {
    let site = try TestSite()
    try site.publish(["a.html": "1"])
    try put([".meadow-next/0": "half", ".meadow-next/journal.draft": "h"], in: site.outputPath)
    try site.recover()
    #expect(site.published == ["a.html": "1"])
    #expect(site.leftovers.isEmpty)
  }

  @Test func needsNoOutputToRecover() throws {
    let folder = try TemporaryFolder()
    let lock = try SiteLock(site: folder.path)
    try recoverOutput(try OutputFolder(folder.path + "/not/there"), holding: lock)
  }
}

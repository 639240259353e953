import Basics
import Foundation
import SiteBuild
import Testing

@Suite("the short cut of a build")
struct UnchangedCheckTests {
  private static let key = BuildKey(engine: "1.0", flags: ["audience public"], live: ["b", "a"])

  private static let notes = Array("a note\n".utf8)

  private func check(
    _ site: borrowing TestSite, _ key: BuildKey = UnchangedCheckTests.key
  ) throws -> UnchangedCheck {
    try UnchangedCheck(site: site.path, output: site.output, key: key)
  }

  private func builtSite() throws -> TestSite {
    let site = try TestSite()
    try put(["Content/site.yaml": "title: T", "Content/a/\"x\"\n.md": "x"], in: site.path)
    let check = try check(site)
    #expect(check.remembered == nil)
    try site.publish(["index.html": "1", "a/b.html": "2"])
    try check.remember(Self.notes)
    return site
  }

  @Test func holdsAsLongAsNothingIsTouched() throws {
    let site = try builtSite()
    #expect(try check(site).remembered == Self.notes)
    #expect(try check(site).remembered == Self.notes)
  }

  @Test func doesNotMindTheOrderOfConsents() throws {
    let site = try builtSite()
    let other = BuildKey(engine: "1.0", flags: ["audience public"], live: ["a", "b"])
    #expect(try check(site, other).remembered == Self.notes)
  }

  @Test(
    "notices another",
    arguments: [
      BuildKey(engine: "1.1", flags: ["audience public"], live: ["a", "b"]),
      BuildKey(engine: "1.0", flags: ["audience internal"], live: ["a", "b"]),
      BuildKey(engine: "1.0", flags: ["audience public"], live: ["a"]),
      BuildKey(engine: "1.0", flags: ["audience public"], live: ["a", "b", "c"]),
    ])
  func noticesAnotherKey(key: BuildKey) throws {
    let site = try builtSite()
    #expect(try check(site, key).remembered == nil)
  }

  @Test(
    "notices a touched file",
    arguments: [
      "Content/site.yaml", "Content/new.md", "Templates/page.html", "Output/index.html",
      "Output/.meadow-manifest", "Output/new.html", "Output/a/new.html", "Output/new/x.html",
    ])
  func noticesATouchedFile(name: String) throws {
    let site = try builtSite()
    try put([name: "title: U"], in: site.path)
    #expect(try check(site).remembered == nil)
  }

  enum Change { case removal, rewriting, move, link }

  /// Its folders count as unchanged since the record, which is dated an hour ahead.
  @Test(
    "looks at every file in folders that it does not list",
    arguments: [
      ("a/b.html", Change.removal), ("a/b.html", .rewriting), ("a", .move), ("a", .link),
    ])
  func looksAtEveryFile(name: String, change: Change) throws {
    let site = try builtSite()
    let disk = FileManager.default
    try disk.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: 3600)],
      ofItemAtPath: site.path + "/.meadow/output")
    try put(["Output/a/theirs.html": "x"], in: site.path)
    #expect(try check(site).remembered == Self.notes)
    let path = site.path + "/Output/" + name
    switch change {
    case .removal: try disk.removeItem(atPath: path)
    case .rewriting: try put(["Output/" + name: "another text"], in: site.path)
    case .move: try disk.moveItem(atPath: path, toPath: path + "2")
    case .link:
      try disk.moveItem(atPath: path, toPath: path + "2")
      try disk.createSymbolicLink(atPath: path, withDestinationPath: path + "2")
    }
    #expect(try check(site).remembered == nil)
  }

  private static let pages = Dictionary(
    uniqueKeysWithValues: (0..<40).map { ("a/\($0).html", "1") })

  /// A site to whose output others added files in the moment between publishing and its record, which
  /// is dated an hour ahead.
  private func siteWithUnseen(_ theirs: [String: String]) throws -> TestSite {
    let site = try TestSite()
    try put(["Content/site.yaml": "title: T"], in: site.path)
    try site.publish(Self.pages)
    try check(site).remember()
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: 3600)],
      ofItemAtPath: site.path + "/.meadow/output")
    try put(theirs, in: site.outputPath)
    return site
  }

  /// Publishes some pages anew as a large site, while the others stand.
  private func publish(
    _ changed: [String: String], atomic: Bool, to site: borrowing TestSite
  ) throws -> PublishSummary {
    let last = try check(site)
    #expect(last.remembered == [])
    let others = Self.pages.keys.filter { changed[$0] == nil }.sorted()
    let standing = try last.standing(others.map { name in try SitePath(name) })
    return try SiteBuild.publish(
      try files(changed), standing: standing, to: site.output,
      PublishOptions(atomic: atomic, largeSite: 10, fewChanges: 0.5), holding: site.lock)
  }

  @Test("loses nothing that it did not see", arguments: [false, true], [false, true])
  func losesNothingUnseen(atomic: Bool, adds: Bool) throws {
    let site = try siteWithUnseen(["a/theirs.html": "x"])
    try FileManager.default.createDirectory(
      atPath: site.outputPath + "/a/b", withIntermediateDirectories: false)
    let changed = adds ? ["a/0.html": "2", "a/b/new.html": "2"] : ["a/0.html": "2"]
    #expect(try publish(changed, atomic: atomic, to: site).changed == 1)
    let texts = Self.pages.merging(changed) { $1 }
    #expect(site.published == texts.merging(["a/theirs.html": "x"]) { $1 })
  }

  @Test func takesAnIndexAwayThatItDidNotSee() throws {
    let site = try siteWithUnseen(["pagefind/fragment/en_1.pf_fragment": "taken back"])
    let summary = try publish(["a/0.html": "2"], atomic: false, to: site)
    #expect(summary.changes.removed == ["pagefind/fragment/en_1.pf_fragment"])
    #expect(site.published == Self.pages.merging(["a/0.html": "2"]) { $1 })
  }

  @Test("notices a removed file", arguments: ["Content/site.yaml", "Output/a/b.html", "Output"])
  func noticesARemovedFile(name: String) throws {
    let site = try builtSite()
    try FileManager.default.removeItem(atPath: site.path + "/" + name)
    #expect(try check(site).remembered == nil)
  }

  /// What publication knows of the tree it made is what a look at the tree tells.
  @Test func knowsTheTreeWithoutLookingAgain() throws {
    let site = try TestSite()
    try put(["Content/site.yaml": "x", "Output/CNAME": "theirs"], in: site.path)
    try put(["Output/.meadow-manifest": "meadow output 1\n"], in: site.path)
    let names = [
      "index.html", "a/b.html", "a-b/x.html", "a/b/c.html", "a.html", "ab/x.html", "a/b-c/x.html",
      "\u{E4}/z.html", "z/\u{65E5}\u{672C}.html", "a/b/d/e.html", "a b/x.html",
    ]
    for round in ["1", "2"] {
      let check = try check(site)
      var texts = Dictionary(uniqueKeysWithValues: names.map { ($0, "1") })
      texts["index.html"] = round
      let summary = try site.publish(texts)
      #expect(summary.manner == .exchange)
      try check.remember(Self.notes, after: summary)
      #expect(try self.check(site).remembered == Self.notes)
    }
  }

  @Test(
    "sees what somebody did to a file that had been compared or put in its place",
    arguments: [
      (LimitedCalls(meddled: "same.html"), ["index.html": "1"]),
      (LimitedCalls(meddled: "same.html"), ["index.html": "22"]),
      (LimitedCalls(links: false, meddled: "same.html"), ["index.html": "22"]),
      (LimitedCalls(exchanges: false, meddled: "index.html"), ["index.html": "22"]),
      (LimitedCalls(exchanges: false, meddled: "b/new.html"), ["b/new.html": "22"]),
    ])
  func seesMeddling(calls: LimitedCalls, texts: [String: String]) throws {
    let site = try TestSite()
    try put(["Content/site.yaml": "title: T"], in: site.path)
    try site.publish(["index.html": "1", "same.html": "same"])
    let check = try check(site)
    let edition = texts.merging(["same.html": "same"]) { $1 }
    let summary = try site.publish(edition, PublishOptions(calls: calls))
    try check.remember(Self.notes, after: summary)
    let meddled = try #require(calls.meddled)
    #expect(site.published == edition.merging([meddled: "theirs"]) { $1 })
    #expect(try self.check(site).edits == nil)
  }

  @Test(
    "knows the files that it placed",
    arguments: [
      ["index.html": "22", "same.html": "same"], ["index.html": "22", "b/new.html": "22"],
    ])
  func knowsPlacedFiles(edition: [String: String]) throws {
    let site = try TestSite()
    try put(["Content/site.yaml": "title: T"], in: site.path)
    try site.publish(["index.html": "1", "same.html": "same"])
    let check = try check(site)
    let calls = LimitedCalls(exchanges: false)
    try check.remember(Self.notes, after: site.publish(edition, PublishOptions(calls: calls)))
    #expect(try self.check(site).remembered == Self.notes)
  }

  @Test func tellsEditsOfContentFromMore() throws {
    let site = try builtSite()
    try put(["Content/a/b.md": "x", "Content/z.md": "x"], in: site.path)
    try put(["Content/\u{FC}.md": "x"], in: site.path)
    try check(site).remember(Self.notes)
    #expect(try check(site).edits == EditedInputs(files: [], notes: Self.notes))
    try put(["Content/z.md": "longer", "Content/a/b.md": "y"], in: site.path)
    try put(["Content/\u{FC}.md": "longer"], in: site.path)
    let files = [
      try SitePath("Content/z.md"), try SitePath("Content/\u{FC}.md"),
      try SitePath("Content/a/b.md"),
    ]
    #expect(try check(site).edits == EditedInputs(files: files, notes: Self.notes))
  }

  @Test(
    "does not take for an edit",
    arguments: [
      // Comes, goes, lies elsewhere, or has a name that no site path has.
      ["Content/new.md"], ["Templates/page.html"], ["Output/index.html"],
      ["Content/site.yaml", "Output/a/b.html"], ["Content/a/\"x\"\n.md"],
    ])
  func doesNotTakeForAnEdit(names: [String]) throws {
    let site = try builtSite()
    for name in names { try put([name: "another text"], in: site.path) }
    #expect(try check(site).edits == nil)
  }

  @Test func doesNotTakeAnotherEngineForAnEdit() throws {
    let site = try builtSite()
    try put(["Content/site.yaml": "title: U"], in: site.path)
    let other = BuildKey(engine: "1.1", flags: ["audience public"], live: ["a", "b"])
    #expect(try check(site, other).edits == nil)
    #expect(try check(site).edits?.files.count == 1)
  }

  @Test(
    "does not trust a record with",
    arguments: ["a line twice", "a line less", "half a line", "another note", "no sum", "nothing"])
  func doesNotTrust(damage: String) throws {
    let site = try builtSite()
    let path = site.path + "/.meadow/output"
    let record = try String(contentsOfFile: path, encoding: .utf8)
    let lines = record.split(separator: "\n", omittingEmptySubsequences: false)
    let index = try #require(lines.firstIndex { $0.hasPrefix("[\"index.html\"") })
    var damaged = Array(lines)
    switch damage {
    case "a line twice": damaged.insert(lines[index], at: index)
    case "a line less": damaged.remove(at: index)
    case "half a line": damaged[index] = damaged[index].prefix(8)
    case "another note": damaged.insert("another note", at: lines.count - 2)
    case "no sum": damaged.removeSubrange((lines.count - 2)...)
    default: damaged = []
    }
    try put([".meadow/output": damaged.joined(separator: "\n")], in: site.path)
    #expect(try check(site).edits == nil)
  }

  @Test func noticesAnEditDuringTheBuild() throws {
    let site = try TestSite()
    try put(["Content/site.yaml": "title: T"], in: site.path)
    let check = try check(site)
    try put(["Content/site.yaml": "title: Another"], in: site.path)
    try site.publish(["index.html": "1"])
    try check.remember()
    #expect(try self.check(site).remembered == nil)
  }

  @Test func noticesAReplacedFileOfTheSameSizeAndTime() throws {
    let site = try builtSite()
    let path = site.path + "/Content/site.yaml"
    var status = stat()
    #expect(lstat(path, &status) == 0)
    try put(["Content/site.new": "title: U"], in: site.path)
    rename(site.path + "/Content/site.new", path)
    // To the nanosecond, which a Date cannot hold.
    let times = [status.st_atim, status.st_mtim]
    #expect(utimensat(AT_FDCWD, path, times, 0) == 0)
    #expect(try check(site).remembered == nil)
  }

  /// As an archive in which all files have one time does it, on a disk that gives an inode again.
  @Test func noticesAFileOfTheSameSizeTimeAndInode() throws {
    let site = try builtSite()
    let path = site.path + "/Content/site.yaml"
    var (old, new) = (stat(), stat())
    #expect(lstat(path, &old) == 0)
    let times = [old.st_atim, old.st_mtim]
    // Until the clock of the disk has ticked.
    repeat {
      let file = try #require(FileHandle(forWritingAtPath: path))
      try file.write(contentsOf: Data("title: U".utf8))
      try file.close()
      #expect(utimensat(AT_FDCWD, path, times, 0) == 0)
      #expect(lstat(path, &new) == 0)
    } while new.st_ctim.tv_nsec == old.st_ctim.tv_nsec
    #expect(new.st_ino == old.st_ino)
    #expect(try check(site).edits?.files == [SitePath("Content/site.yaml")])
  }

  @Test func noticesAnotherOutput() throws {
    let site = try builtSite()
    let other = try OutputFolder(site.path + "/Other")
    #expect(
      try UnchangedCheck(site: site.path, output: other, key: Self.key).remembered == nil)
  }

  @Test func writesJSONAndTheNotesBehindIt() throws {
    let site = try builtSite()
    let data = FileManager.default.contents(atPath: site.path + "/.meadow/output") ?? Data()
    let lastLine = "sum 0123456789abcdef\n".utf8.count
    #expect(String(decoding: data.suffix(lastLine), as: UTF8.self).hasPrefix("sum "))
    let text = data.dropLast(lastLine)
    #expect(text.suffix(Self.notes.count).elementsEqual(Self.notes))
    let json = try JSONSerialization.jsonObject(with: text.dropLast(Self.notes.count))
    let record = json as? [String: Any]
    let trees = record?["trees"] as? [String: [[Any]]]
    #expect(record?["engine"] as? String == "1.0")
    #expect(trees?["Content"]?.map { $0[0] as? String } == ["site.yaml", "a/\"x\"\n.md"])
    #expect(trees?["Content"]?[0][1] as? Int == 8)
    #expect(trees?["Content"]?[0].count == 5)
    #expect(trees?["output " + site.outputPath]?[0].count == 4)
  }
}

import Basics
import Foundation
import SiteBuild
import Testing

@Suite("whose the output folder is")
struct OutputOwnershipTests {
  @Test("adopts a new folder", arguments: [[:], [".gitkeep": ""]])
  func adopts(files: [String: String]) throws {
    let site = try TestSite()
    try FileManager.default.createDirectory(
      atPath: site.outputPath, withIntermediateDirectories: false)
    try put(files, in: site.outputPath)
    try site.publish(["index.html": "1"])
    #expect(site.published == files.merging(["index.html": "1"]) { $1 })
    try site.publish(["index.html": "2"])
    #expect(site.published == files.merging(["index.html": "2"]) { $1 })
    #expect(site.leftovers.isEmpty)
  }

  @Test func refusesAFolderThatIsNotMeadows() throws {
    let site = try TestSite()
    let theirs = ["b.txt": "1", "a.txt": "2", "d.txt": "3", "c.txt": "4"]
    try put(theirs, in: site.outputPath)
    let error = PublishError.folderNotOwned(
      folder: site.outputPath, found: ["a.txt", "b.txt", "c.txt"])
    #expect(throws: error) { try site.publish(["index.html": "1"]) }
    #expect(tree(at: site.outputPath) == theirs)
    #expect(error.exitStatus == 73)
  }

  @Test(arguments: [false, true])
  func refusesToReplaceAForeignFile(isFolder: Bool) throws {
    let site = try TestSite()
    try site.publish(["index.html": "1"])
    try put([isFolder ? "CNAME/x" : "CNAME": "theirs"], in: site.outputPath)
    let before = tree(at: site.outputPath)
    #expect(throws: PublishError.inTheWay(site.outputPath + "/CNAME")) {
      try site.publish(["index.html": "2", "CNAME": "ours"])
    }
    #expect(tree(at: site.outputPath) == before)
  }

  @Test func refusesAForeignFileWhereAFolderMustBe() throws {
    let site = try TestSite()
    try site.publish(["index.html": "1"])
    try put(["tags": "theirs"], in: site.outputPath)
    #expect(throws: PublishError.inTheWay(site.outputPath + "/tags")) {
      try site.publish(["index.html": "1", "tags/a.html": "ours"])
    }
  }

  @Test func takesOverAForeignFileWithTheSameBytes() throws {
    let site = try TestSite()
    try site.publish(["index.html": "1"])
    try put(["robots.txt": "all"], in: site.outputPath)
    try site.publish(["index.html": "1", "robots.txt": "all"])
    try site.publish(["index.html": "1"])
    #expect(site.published == ["index.html": "1"])
  }

  @Test(
    "refuses what is no plain file",
    arguments: [
      "link to a file", "link to a folder", "dangling link", "pipe",
    ])
  func refusesOddEntries(what: String) throws {
    let site = try TestSite()
    try site.publish(["index.html": "1", "a/b.html": "1"])
    try put(["secret/b.html": "outside"], in: site.path)
    let place = site.outputPath + "/a"
    try FileManager.default.removeItem(atPath: place + "/b.html")
    switch what {
    case "link to a file": symlink(site.path + "/secret/b.html", place + "/b.html")
    case "link to a folder":
      rmdir(place)
      symlink(site.path + "/secret", place)
    case "dangling link": symlink("nowhere", place + "/b.html")
    default: mkfifo(place + "/b.html", 0o644)
    }
    let isFolder = what == "link to a folder"
    #expect(
      throws: PublishError.notPlain(
        path: isFolder ? place : place + "/b.html", kind: what == "pipe" ? .other : .symbolicLink)
    ) { try site.publish(["index.html": "2", "a/b.html": "2"]) }
    #expect(tree(at: site.path + "/secret") == ["b.html": "outside"])
    #expect(site.published["index.html"] == "1")
  }

  @Test(arguments: ["link", "file"])
  func refusesAnOutputThatIsNoFolder(what: String) throws {
    let site = try TestSite()
    try put(["elsewhere/x": "theirs"], in: site.path)
    if what == "link" {
      symlink("elsewhere", site.outputPath)
    } else {
      try put(["Output": "theirs"], in: site.path)
    }
    #expect(
      throws: PublishError.notPlain(
        path: site.outputPath, kind: what == "link" ? .symbolicLink : .file)
    ) { try site.publish(["index.html": "2"]) }
    #expect(tree(at: site.path + "/elsewhere") == ["x": "theirs"])
  }

  @Test func refusesAFolderBesideTheOutputThatIsNotItsOwn() throws {
    let site = try TestSite()
    try put([".Output.next/thesis.tex": "theirs"], in: site.path)
    #expect(
      throws: PublishError.folderNotOwned(
        folder: site.path + "/.Output.next", found: ["thesis.tex"])
    ) { try site.publish(["index.html": "1"]) }
    #expect(tree(at: site.path + "/.Output.next") == ["thesis.tex": "theirs"])
  }

  @Test(
    "refuses a damaged manifest",
    arguments: [
      (text: "", line: 1), (text: "something else\n", line: 1),
      (text: "meadow output 1\n../x\n", line: 2),
      (text: "meadow output 1\na\n/etc/passwd\n", line: 3), (text: "meadow output 1\na", line: 1),
    ])
  func refusesADamagedManifest(text: String, line: Int) throws {
    let site = try TestSite()
    try site.publish(["index.html": "1"])
    let manifest = site.outputPath + "/.meadow-manifest"
    try put([".meadow-manifest": text], in: site.outputPath)
    #expect(throws: PublishError.damaged(path: manifest, line: line)) {
      try site.publish(["index.html": "2"])
    }
  }

  @Test(
    "refuses paths that are one on some disk",
    arguments: [
      ["a.html", "a.html"], ["About.html", "about.html"], ["Tags/a.html", "tags/b.html"],
      ["caf\u{E9}.html", "cafe\u{301}.html"], ["stra\u{DF}e", "STRASSE"], ["tags", "tags/a.html"],
      ["tags/a.html", "Tags"], ["x/caf\u{E9}/a", "x/cafe\u{301}/b"],
    ])
  func refusesCollisions(pair: [String]) throws {
    let site = try TestSite()
    let paths = try pair.map { try SitePath($0) }
    let edition = paths.map { OutputFile(path: $0, bytes: []) }
    for edition in [edition, edition.reversed()] {
      let error = #expect(throws: PublishError.self) {
        try publish(edition, to: site.output, holding: site.lock)
      }
      guard case .collision(let one, let other) = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
      #expect(Set([one, other].map { Array($0.text.utf8) }) == Set(pair.map { Array($0.utf8) }))
      #expect(error?.exitStatus == 1)
    }
    #expect(!FileManager.default.fileExists(atPath: site.outputPath))
  }

  @Test func letsNeighboursStand() throws {
    let site = try TestSite()
    let edition = ["a/b.html": "1", "a.html": "2", "ab/b.html": "3", "a/b/c.html": "4", "ä": "5"]
    try site.publish(edition)
    #expect(site.published == edition)
  }

  @Test(arguments: [".meadow-manifest", ".meadow-manifest.draft", ".meadow-next/0", ".Meadow-Next"])
  func refusesItsOwnNames(path: String) throws {
    let site = try TestSite()
    #expect(throws: PublishError.reservedPath(try SitePath(path))) {
      try site.publish([path: "1"])
    }
  }
}

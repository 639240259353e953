import Basics
import Foundation
import SiteBuild
import Testing

/// Both roads an edition can take; without exchange it goes file by file.
let roads = [LimitedCalls(), LimitedCalls(exchanges: false), LimitedCalls(links: false)]

@Suite("publishing an edition")
struct PublishTests {
  @Test func refusesWhenAFileThatWasToStayIsAnotherOrGone() throws {
    let site = try TestSite()
    try site.publish(["index.html": "1", "a/b.html": "2"])
    let check = try UnchangedCheck(
      site: site.path, output: site.output, key: BuildKey(engine: "1", flags: [], live: []))
    let staying = try check.standing([SitePath("a/b.html")])
    let files = try files(["index.html": "3"])
    try put(["a/b.html": "theirs"], in: site.outputPath)
    #expect(throws: PublishError.touched(site.outputPath + "/a/b.html")) {
      try publish(files, standing: staying, to: site.output, holding: site.lock)
    }
    try FileManager.default.removeItem(atPath: site.outputPath + "/a/b.html")
    #expect(throws: PublishError.touched(site.outputPath + "/a/b.html")) {
      try publish(files, standing: staying, to: site.output, holding: site.lock)
    }
    try FileManager.default.removeItem(atPath: site.outputPath)
    #expect(throws: PublishError.touched(site.outputPath)) {
      try publish(files, standing: staying, to: site.output, holding: site.lock)
    }
  }

  @Test(arguments: roads)
  func makesTheFolderHoldTheEdition(calls: LimitedCalls) throws {
    let site = try TestSite()
    let options = PublishOptions(calls: calls)
    try site.publish(["index.html": "1", "a/b/c.html": "2", "gone/x.html": "3"], options)
    let summary = try site.publish(
      ["index.html": "1", "a/b/c.html": "22", "new/y.html": "444"], options)
    #expect(site.published == ["index.html": "1", "a/b/c.html": "22", "new/y.html": "444"])
    #expect(tree(at: site.outputPath)["gone/"] == nil)
    #expect(site.leftovers.isEmpty)
    #expect(summary.text == "3 files changed (1 added, 1 changed, 1 removed), 1 unchanged")
    #expect(summary.bytes == 6)
    #expect(summary.bytesWritten == 5)
  }

  @Test func touchesNothingWhenNothingDiffers() throws {
    let site = try TestSite()
    try site.publish(["index.html": "1", "a/b.html": "2"])
    let before = try times(below: site.path)
    let summary = try site.publish(["index.html": "1", "a/b.html": "2"])
    #expect(summary.text == "0 files changed")
    #expect(summary.manner == .nothing)
    #expect(try times(below: site.path) == before)
  }

  @Test(arguments: roads)
  func touchesNoFileThatIsTheSame(calls: LimitedCalls) throws {
    let site = try TestSite()
    let options = PublishOptions(calls: calls)
    try site.publish(["same.html": "1", "other.html": "2"], options)
    let before = try times(below: site.outputPath)["same.html"]
    try site.publish(["same.html": "1", "other.html": "3"], options)
    #expect(try times(below: site.outputPath)["same.html"] == before)
  }

  @Test(arguments: roads)
  func keepsWhatOthersPutThere(calls: LimitedCalls) throws {
    let site = try TestSite()
    let options = PublishOptions(calls: calls)
    try site.publish(["index.html": "1", "a/b.html": "2"], options)
    try put(
      ["CNAME": "example.org", "a/note.txt": "mine", ".git/HEAD": "ref"], in: site.outputPath)
    try FileManager.default.createDirectory(
      atPath: site.outputPath + "/empty", withIntermediateDirectories: false)
    try site.publish(["index.html": "changed"], options)
    #expect(
      site.published == [
        "index.html": "changed", "CNAME": "example.org", "a/note.txt": "mine", ".git/HEAD": "ref",
      ])
    #expect(tree(at: site.outputPath)["empty/"] == "")
  }

  @Test(arguments: roads)
  func keepsNamesThatAreNotUTF8(calls: LimitedCalls) throws {
    let site = try TestSite()
    let options = PublishOptions(calls: calls)
    try site.publish(["index.html": "1"], options)
    let name = Array(site.outputPath.utf8) + Array("/caf\u{01}.txt".utf8)
    let latin = name.map { CChar(bitPattern: $0 == 1 ? 0xE9 : $0) } + [0]
    let file = open(latin, O_WRONLY | O_CREAT, 0o644)
    #expect(file >= 0)
    close(file)
    try site.publish(["index.html": "2"], options)
    #expect(access(latin, F_OK) == 0)
  }

  @Test(arguments: roads)
  func letsFilesAndFoldersTakeEachOthersPlace(calls: LimitedCalls) throws {
    let site = try TestSite()
    let options = PublishOptions(calls: calls)
    try site.publish(["a": "file", "b/c/d": "deep", "index.html": "1"], options)
    try site.publish(["a/x/y": "deep", "b": "file", "index.html": "1"], options)
    #expect(site.published == ["a/x/y": "deep", "b": "file", "index.html": "1"])
    #expect(site.leftovers.isEmpty)
  }

  @Test(arguments: roads)
  func neverWritesThroughAHardLink(calls: LimitedCalls) throws {
    let site = try TestSite()
    let options = PublishOptions(calls: calls)
    try site.publish(["index.html": "old"], options)
    let backup = site.path + "/.meadow/backup.html"
    try FileManager.default.linkItem(atPath: site.outputPath + "/index.html", toPath: backup)
    try site.publish(["index.html": "new"], options)
    #expect(FileManager.default.contents(atPath: backup) == Data("old".utf8))
  }

  @Test(arguments: roads)
  func keepsPermissions(calls: LimitedCalls) throws {
    let site = try TestSite()
    let options = PublishOptions(calls: calls)
    try site.publish(["private/same.html": "1", "index.html": "1"], options)
    try put(["private/theirs.txt": "2"], in: site.outputPath)
    let modes = ["private": 0o750, "private/same.html": 0o640, "private/theirs.txt": 0o600]
    for (name, mode) in modes {
      try FileManager.default.setAttributes(
        [.posixPermissions: mode], ofItemAtPath: site.outputPath + "/" + name)
    }
    try site.publish(["private/same.html": "1", "index.html": "2"], options)
    for (name, mode) in modes {
      let found = try FileManager.default.attributesOfItem(atPath: site.outputPath + "/" + name)
      #expect(found[.posixPermissions] as? Int == mode, "\(name)")
    }
  }

  @Test func tellsWhenItWentFileByFile() throws {
    let site = try TestSite()
    let options = PublishOptions(calls: LimitedCalls(exchanges: false))
    try site.publish(["index.html": "1"], options)
    let summary = try site.publish(["index.html": "2"], options)
    #expect(
      summary.diagnostics.map(\.text) == [
        "note[W010]: the site was replaced file by file: the disk cannot exchange the trees: "
          + "Invalid argument"
      ])
  }

  @Test func refusesToGoFileByFileWhenAskedForOneStroke() throws {
    let site = try TestSite()
    try site.publish(["index.html": "1"])
    let options = PublishOptions(atomic: true, calls: LimitedCalls(exchanges: false))
    #expect(
      throws: PublishError.exchangeRefused(path: site.outputPath, reason: "Invalid argument")
    ) { try site.publish(["index.html": "2"], options) }
    #expect(site.published == ["index.html": "1"])
    #expect(site.leftovers.isEmpty)
  }

  @Test(
    "goes file by file on a large site with few changes",
    arguments: [
      (changes: 1, atomic: false, byFile: true), (changes: 1, atomic: true, byFile: false),
      (changes: 3, atomic: false, byFile: false),
    ])
  func choosesTheRoad(changes: Int, atomic: Bool, byFile: Bool) throws {
    let site = try TestSite()
    var edition: [String: String] = [:]
    for number in 0..<100 { edition["p\(number).html"] = "old" }
    try site.publish(edition)
    for number in 0..<changes { edition["p\(number).html"] = "new" }
    let summary = try site.publish(edition, PublishOptions(atomic: atomic, largeSite: 50))
    #expect(
      summary.manner == (byFile ? .journal("a large site with few changes") : .exchange))
    #expect(site.published == edition)
  }

  @Test func leavesTheOldEditionForLaterWhenAsked() throws {
    let site = try TestSite()
    try site.publish(["index.html": "1"])
    try site.publish(["index.html": "2"], PublishOptions(removesOldEdition: false))
    #expect(tree(at: site.path + "/.Output.next")["index.html"] == "1")
    try site.recover()
    #expect(site.leftovers.isEmpty)
    #expect(site.published == ["index.html": "2"])
  }

  @Test func listsWhatDiffers() throws {
    let site = try TestSite()
    let first = try site.publish(["b.html": "1", "a/index.html": "1", "old.csv": "1"])
    #expect(first.changes == ChangedFiles(written: ["a/index.html", "b.html", "old.csv"]))
    let second = try site.publish(["b.html": "2", "a/index.html": "1", "new.csv": "1"])
    #expect(second.changes == ChangedFiles(written: ["b.html", "new.csv"], removed: ["old.csv"]))
    let third = try site.publish(["b.html": "2", "a/index.html": "1", "new.csv": "1"])
    #expect(third.changes == ChangedFiles())
  }

  @Test(arguments: [
    ("index.html", ["https://x.example/r/", "https://x.example/r/index.html"]),
    ("a/index.html", ["https://x.example/r/a/", "https://x.example/r/a/index.html"]),
    ("tags/märz.csv", ["https://x.example/r/tags/m%C3%A4rz.csv"]),
    ("my-index.html", ["https://x.example/r/my-index.html"]),
  ])
  func namesTheAddressesOfAFile(path: String, addresses: [String]) {
    #expect(ChangedFiles.addresses(of: path, below: "https://x.example/r") == addresses)
    #expect(ChangedFiles.addresses(of: path, below: "https://x.example/r/") == addresses)
  }

  @Test func knowsTheOldEditionThatSomethingWasPutInto() throws {
    let site = try TestSite()
    try site.publish(["index.html": "1"])
    let calls = LimitedCalls(latecomer: "late.txt")
    let summary = try site.publish(["index.html": "2"], PublishOptions(calls: calls))
    #expect(summary.leftover != nil)
    #expect(
      tree(at: site.path + "/.Output.next").keys.sorted() == [".meadow-manifest", "late.txt"])
    try site.recover()
    #expect(site.leftovers.isEmpty)
    #expect(site.published == ["index.html": "2"])
  }

  @Test func tellsWhatItCouldNotRemove() {
    var summary = PublishSummary()
    summary.leftover = "/srv/www/.site.next"
    #expect(
      summary.diagnostics.map(\.text) == [
        """
        warning[W011]: `/srv/www/.site.next`, the site before this one, could not be removed
          = fix: nothing: the next build tries again
        """
      ])
  }

  @Test func makesTheFoldersAboveTheOutput() throws {
    let site = try TestSite()
    let output = try OutputFolder(site.path + "/www/htdocs/site/")
    _ = try publish(try files(["a.html": "1"]), to: output, holding: site.lock)
    #expect(tree(at: site.path + "/www/htdocs/site")["a.html"] == "1")
  }
}

/// Time and inode of every entry below a folder.
func times(below path: String) throws -> [String: [Int]] {
  var found: [String: [Int]] = [:]
  for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
    var status = stat()
    #expect(lstat(path + "/" + name, &status) == 0)
    // Copies have another inode, but the time of the original.
    found[name] = [status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
  }
  return found
}

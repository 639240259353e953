import Basics
import Foundation
import SiteBuild
import TestSupport
import Testing

@Suite("the stage of an edition")
struct EditionStageTests: ~Copyable {
  private let site: TestSite

  init() throws { site = try TestSite() }

  /// The site's folder without what Meadow keeps of its own.
  private var folder: [String: String] {
    tree(at: site.path).filter { !$0.key.hasPrefix(".meadow") }
  }

  private func stage(_ calls: any DiskCalls = KernelCalls()) throws -> EditionStage {
    let stage = EditionStage(for: site.output, calls, holding: site.lock)
    return try #require(stage)
  }

  private func publish(_ laid: LaidFiles, on stage: EditionStage) throws(PublishError) {
    _ = try SiteBuild.publish(
      laid.kept, staged: StagedFiles(laid.staged, on: stage), to: site.output,
      holding: site.lock)
  }

  @Test func holdsWhatIsFinishedBesideTheOutput() throws {
    let stage = try stage()
    let laid = stage.lay(try files(["a/b/c.html": "1", "a/d.html": "2", "e.html": "3"]))
    #expect(laid.staged.map(\.path.text) == ["a/b/c.html", "a/d.html", "e.html"])
    #expect(laid.kept.isEmpty && laid.unchanged.isEmpty)
    let files = folder.filter { !$0.key.hasSuffix("/") }
    #expect(
      files == [
        ".Output.next/.meadow-manifest": "meadow output 1\n", ".Output.next/a/b/c.html": "1",
        ".Output.next/a/d.html": "2", ".Output.next/e.html": "3",
      ])
    stage.clear()
    #expect(folder.isEmpty)
  }

  @Test func isNotBegunForWhatIsPublished() throws {
    let edition = ["index.html": "1", "a/b.html": "2"]
    try site.publish(edition)
    let before = folder
    let stage = try stage()
    let laid = stage.lay(try files(edition))
    #expect(laid.unchanged.map(\.path.text) == ["a/b.html", "index.html"])
    #expect(laid.staged.isEmpty && laid.kept.isEmpty)
    #expect(folder == before)
    #expect(try site.publish(edition, isStaged: true).manner == .nothing)
    #expect(folder == before)
  }

  @Test(arguments: roads)
  func isPublishedWholeByEachRoad(calls: LimitedCalls) throws {
    let options = PublishOptions(calls: calls)
    let first = ["index.html": "1", "same.html": "s", "a/b.html": "1", "gone/c.html": "1"]
    let second = ["index.html": "2", "same.html": "s", "a/b.html": "3", "new/d/e.html": "1"]
    let added = try site.publish(first, options, isStaged: true)
    #expect(added.text == "4 files changed (4 added), 0 unchanged")
    #expect(site.published == first)
    try put(["CNAME": "example.org"], in: site.outputPath)
    let changed = try site.publish(second, options, isStaged: true)
    #expect(changed.text == "4 files changed (1 added, 2 changed, 1 removed), 1 unchanged")
    #expect(changed.bytesWritten == 3)
    #expect(site.published == second.merging(["CNAME": "example.org"]) { $1 })
    #expect(site.leftovers.isEmpty)
    #expect(try site.publish(second, options).manner == .nothing)
  }

  @Test(arguments: roads)
  func keepsPermissionsOfFolders(calls: LimitedCalls) throws {
    let options = PublishOptions(calls: calls)
    try site.publish(["a/b.html": "1"], options)
    for folder in ["", "/a"] { chmod(site.outputPath + folder, 0o750) }
    try site.publish(["a/b.html": "2"], options, isStaged: true)
    for folder in ["", "/a"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: site.outputPath + folder)
      #expect(attributes[.posixPermissions] as? Int == 0o750)
    }
  }

  /// Also when the names of its files, and so the manifest, are those of the edition before.
  @Test(arguments: roads)
  func isKnownToTheNextBuild(calls: LimitedCalls) throws {
    let options = PublishOptions(calls: calls)
    try put(["Content/site.yaml": "title: T"], in: site.path)
    let key = BuildKey(engine: "1", flags: [], live: [])
    for text in ["1", "2"] {
      let edition = ["index.html": text, "a/b.html": text, "same.html": "s"]
      let check = try UnchangedCheck(site: site.path, output: site.output, key: key)
      try check.remember(after: try site.publish(edition, options, isStaged: true))
      let next = try UnchangedCheck(site: site.path, output: site.output, key: key)
      #expect(next.remembered == [], "\(text)")
    }
  }

  /// The output may be written in, but nothing may be put beside it.
  @Test func leavesItToThePublicationWhereNothingCanLieBeside() throws {
    try site.publish(["index.html": "1", "a.html": "1"])
    let calls = LimitedCalls(foldersBeside: false)
    let stage = try stage(calls)
    #expect(stage.lay(try files(["index.html": "2"])).kept.count == 1)
    stage.clear()
    let summary = try site.publish(
      ["index.html": "2", "a.html": "1"], PublishOptions(calls: calls), isStaged: true)
    guard case .journal = summary.manner else {
      Issue.record("\(summary.manner)")
      return
    }
    #expect(site.published == ["index.html": "2", "a.html": "1"])
    #expect(site.leftovers.isEmpty)
  }

  /// A killed run leaves what it had laid.
  @Test func isClearedAwayByTheNextRun() throws {
    try site.publish(["index.html": "1"])
    _ = try stage().lay(files(["index.html": "2", "a/b.html": "2"]))
    #expect(tree(at: site.path + "/.Output.next").count == 4)
    try site.publish(["index.html": "3"], isStaged: true)
    #expect(site.published == ["index.html": "3"])
    #expect(site.leftovers.isEmpty)
  }

  /// What the disk refuses stays in memory. Where nothing could be laid at all the publication goes its own
  /// way; where something was, it says what the disk said.
  @Test func keepsWhatTheDiskRefuses() throws {
    let edition = ["a.html": "1", "b/c.html": "2", "d.html": "3"]
    var refused = 0
    for count in 1... {
      let calls = FailingCalls(at: count, .once, errno: EIO)
      if let stage = EditionStage(for: site.output, calls, holding: site.lock) {
        refused += try publishes(edition, on: stage) ? 0 : 1
        stage.clear()
      }
      #expect(site.leftovers.isEmpty, "call \(count)")
      try? FileManager.default.removeItem(atPath: site.outputPath)
      if !calls.hasFailed { break }
    }
    // Three files and a folder.
    #expect(refused == 4)
  }

  private func publishes(_ edition: [String: String], on stage: EditionStage) throws -> Bool {
    let laid = stage.lay(try files(edition))
    #expect(laid.staged.count + laid.kept.count == edition.count)
    let error = publicationError(laid, on: stage)
    if error == nil {
      #expect(site.published == edition)
      return true
    }
    #expect(error?.exitStatus == 74 && site.published.isEmpty)
    return false
  }

  private func publicationError(_ laid: LaidFiles, on stage: EditionStage) -> PublishError? {
    do throws(PublishError) {
      try publish(laid, on: stage)
      return nil
    } catch {
      return error
    }
  }

  @Test func tellsCollisionsBeforeWhatTheDiskMadeOfThem() throws {
    let stage = try stage()
    let laid = stage.lay(try files(["tags": "1", "tags/a.html": "2"]))
    #expect(laid.kept.map(\.path.text) == ["tags/a.html"])
    let collision = PublishError.collision(try SitePath("tags"), try SitePath("tags/a.html"))
    #expect(throws: collision) { try publish(laid, on: stage) }
    stage.clear()
    #expect(folder.isEmpty)
  }

  @Test func isNoneWhereTheOutputHasNoFolderToLieIn() throws {
    let output = try OutputFolder(site.path + "/deep/down/site")
    #expect(EditionStage(for: output, holding: site.lock) == nil)
    #expect(folder.isEmpty)
  }

  /// Somebody else's folder of that name is told when the edition is published.
  @Test func isNoneWhereItsPlaceIsTaken() throws {
    try put([".Output.next/thesis.tex": "theirs"], in: site.path)
    #expect(EditionStage(for: site.output, holding: site.lock) == nil)
    #expect(throws: PublishError.self) { try site.publish(["a.html": "1"], isStaged: true) }
    #expect(tree(at: site.path + "/.Output.next") == ["thesis.tex": "theirs"])
  }
}

import Basics
import CommunityData
import Foundation
import Importers
import Synchronization
import TestSupport
import Testing

struct ImportRequestTests {
  private func refused(_ change: (inout ImportRequest) -> Void) -> String? {
    refusal { try importingFixture("stackexchange", as: "stackexchange", change: change) }?.text
  }

  @Test func suggestsTheNearestFormat() {
    #expect(
      refused { $0.format = "stackexchagne" } == """
        error[I001]: there is no importer for `stackexchagne`
          = fix: did you mean `stackexchange`?
        """)
  }

  @Test func saysWhenTheExportIsNotThere() {
    #expect(
      refused { $0.inputs = ["no/such/folder"] }
        == "error[I002]: cannot read no/such/folder: No such file or directory")
    #expect(refused { $0.inputs = [] } == "error[I002]: no file or folder was named")
  }

  @Test func saysWhenPostsAreMissing() throws {
    let finding = refusal { try importing(["Users.xml": "<users/>"]) { $0.inputs = $0.inputs } }
    #expect(finding?.code.id == "I002")
    #expect(finding?.message.hasPrefix("there is no Posts.xml in ") == true)
    #expect(finding?.fix == "give the folder or archive of one community's dump")
  }

  @Test func refusesTwoCommunitiesAtOnce() {
    let finding = refusal {
      try importing(["a/Posts.xml": "<posts/>", "b/Posts.xml": "<posts/>"])
    }
    #expect(finding?.message == "the export holds 2 files named Posts.xml")
  }

  @Test(arguments: ["", "Meta", "a/b", "..", "a b", String(repeating: "a", count: 81)])
  func refusesWhatIsNoSlug(slug: String) {
    #expect(
      refused { $0.community = slug } == """
        error[I011]: `\(slug)` is not a community's slug
          = fix: use 1 to 80 of the letters a–z, digits and `-`
        """)
  }

  @Test(arguments: [
    "", "meta.example.org", "ftp://x.example", "https://", "https://a b", "https://\"x",
  ])
  func refusesWhatIsNoAddress(origin: String) {
    #expect(
      refused { $0.origin = origin } == """
        error[I011]: `\(origin)` is not the address of a place
          = fix: write it as `https://forum.example.org`
        """)
  }

  @Test func makesTheSamePseudonymsWithASlashAtTheEnd() throws {
    let dump = try importingFixture("stackexchange", as: "stackexchange") { $0.origin += "/" }
    #expect(dump.members[se("3")] != nil)
    #expect(dump.field("url", of: "post-1") == "https://meta.example.org/q/1")
  }

  @Test func refusesTheDemoKeyForDataGivenWithConsent() {
    #expect(
      refused { $0.scope = .withConsent } == """
        error[I004]: data given with consent cannot be imported with the demo's key
          = fix: use the site's own key in `.meadow/key`
        """)
  }

  @Test func takesDataGivenWithConsentWithAKeyOfItsOwn() throws {
    let key = try #require(SiteKey([UInt8](repeating: 7, count: 32)))
    let dump = try importingFixture("stackexchange", as: "stackexchange") {
      $0.scope = .withConsent
      $0.key = key
    }
    #expect(dump.result.manifest.scope == .withConsent)
  }

  @Test func writesNothingInADryRunButCountsTheSame() throws {
    var dry = try request("stackexchange", [fixture("stackexchange")])
    let written = try importExport(dry, into: MemoryFileSystem()) { _ in }
    dry.isDryRun = true
    let disk = MemoryFileSystem()
    let result = try importExport(dry, into: disk) { _ in }
    #expect(disk.texts.isEmpty)
    #expect(result.manifest.counts == written.manifest.counts)
  }

  @Test func reportsProgressUpToTheEnd() throws {
    let reported = Mutex<ImportProgress?>(nil)
    _ = try importExport(
      try request("stackexchange", [fixture("stackexchange")]), into: MemoryFileSystem()
    ) { progress in
      reported.withLock { $0 = progress }
    }
    let last = reported.withLock { $0 }
    #expect(last?.bytesDone == last?.bytesTotal)
    #expect((last?.bytesTotal ?? 0) > 3_000)
    #expect(last?.records == 21)
  }

  @Test func givesTheSameBytesTwice() throws {
    let first = try importingFixture("stackexchange", as: "stackexchange")
    let second = try importingFixture("stackexchange", as: "stackexchange")
    #expect(first.text == second.text)
  }

  @Test func hasACodeForEveryFindingOnce() {
    let ids = ImportersCodes.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids == ids.sorted())
    #expect(ImportersCodes.all.allSatisfy { !$0.title.isEmpty && !$0.explanation.isEmpty })
  }
}

struct FormatDetectionTests {
  @Test(arguments: [
    ("stackexchange", "stackexchange"), ("stackexchange.zip", "stackexchange"),
    ("Posts.xml.gz", "stackexchange"), ("gitter", "gitter"), ("gitter.tar.gz", "gitter"),
  ])
  func tellsTheFormatByTheFiles(export: String, platform: String) throws {
    #expect(try importingFixture(export, as: "auto").result.manifest.platform == platform)
  }

  @Test func guessesNothing() {
    let unknown = refusal { try importing(["a.txt": "x"], as: "auto") }
    #expect(
      unknown?.text == """
        error[I001]: no importer knows the files of this export: a.txt
          = fix: name the format; `meadow import --list` names them all
        """)
    for (file, format) in [("a.csv", "csv"), ("a.jsonl", "ndjson")] {
      let own = refusal { try importing([file: "x\n"], as: "auto") }
      #expect(
        own?.fix == """
          name the format; `meadow import --list` names them all. If it is your own, \
          name `\(format)` and say with `--columns` which column holds what
          """)
    }
    let several = refusal { try importing(["a.tsv": "x", "Posts.xml": "x"], as: "auto") }
    #expect(
      several?.text == """
        error[I001]: the export holds files of several formats: Posts.xml is `stackexchange`, a.tsv is `gitter`
          = fix: name the format, or give the files of each by themselves
        """)
  }
}

struct ImporterCatalogueTests {
  @Test(arguments: ImporterCatalogue.formats)
  func saysHowItIsRecognised(format: ImportFormat) {
    #expect(format.recognition.hasSuffix("."))
  }

  @Test(arguments: ImporterCatalogue.formats.map(\.name))
  func hasAPageForEveryFormat(name: String) throws {
    let format = try #require(ImporterCatalogue.formats.first { $0.name == name })
    let root = URL(fileURLWithPath: fixture("../../..")).resolvingSymlinksInPath()
    let page = try String(contentsOf: root.appendingPathComponent(format.page), encoding: .utf8)
    #expect(page.contains("meadow import \(name)"))
    #expect(format.example.hasPrefix("meadow import \(name) "))
    #expect(!format.title.isEmpty && !format.files.isEmpty)
  }

  @Test func isSortedByName() {
    let names = ImporterCatalogue.formats.map(\.name)
    #expect(names == names.sorted())
  }
}

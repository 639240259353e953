import Basics
import CommunityData
import Foundation
import Importers
import MeadowCommand
import SiteBuild
import TestSupport
import Testing

/// What a community's file declares decides what its import takes, and how it is kept.
@Suite struct ImportScopeTests {
  private static let message = "[{\"user\":\"U1\",\"text\":\"hi\",\"ts\":\"1514764800.000100\"}]"
  private static let export = [
    "channels.json": "[{\"id\":\"C1\",\"name\":\"general\"}]",
    "groups.json": "[{\"id\":\"G1\",\"name\":\"inner\"}]",
    "dms.json": "[{\"id\":\"D024BE91L\"}]",
    "general/2018-01-01.json": message, "inner/2018-01-01.json": message,
    "D024BE91L/2018-01-01.json": message,
  ]

  private func imported(
    basis: String, key: SiteKey = .random()
  ) throws -> (manifest: SnapshotManifest, written: String?) {
    let disk = MemoryFileSystem([
      "Content/communities/forum.md": """
      ---
      name: Forum
      summary: A place.
      kind: Forum
      staff: [U1]
      basis: \(basis)
      ---
      """
    ])
    let declared = try #require(readCommunityOrigin("forum", disk).declared)
    var manifest: SnapshotManifest?
    try withTemporaryFolder { root in
      for (name, text) in ImportScopeTests.export {
        let url = URL(fileURLWithPath: root).appendingPathComponent(name)
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
      }
      let day = try #require(CalendarDay("2018-09-02"))
      var request = ImportRequest(
        format: "slack", inputs: [root], community: "forum", origin: "https://forum.example",
        collected: Timestamp(day), key: key)
      request.take(declared)
      manifest = try importExport(request, into: disk) { _ in }.manifest
    }
    return (
      try #require(manifest), disk.texts["Content/snapshots/forum/2018-09-02/manifest.json"]
    )
  }

  @Test func takesPrivateChannelsOfACommunityThatAgreed() throws {
    let (manifest, written) = try imported(basis: "consent")
    #expect(manifest.scope == .withConsent)
    #expect(written?.contains("\"scope\": \"with_consent\"") == true)
    #expect(manifest.counts.items == 2 && manifest.counts.channels == 2)
    #expect(manifest.counts.withheld["a direct message"] == 1)
    #expect(manifest.measurable.roles)
  }

  @Test(arguments: ["licence", "terms"])
  func takesWhatIsPublicOfAllOthers(basis: String) throws {
    let (manifest, written) = try imported(basis: basis, key: .demo)
    #expect(written?.contains("\"scope\": \"public\"") == true)
    #expect(manifest.counts.items == 1 && manifest.counts.channels == 1)
  }

  @Test func refusesTheDemonstrationsKeyForACommunityThatAgreed() throws {
    let error = try #require(throws: ImportError.self) {
      try imported(basis: "consent", key: .demo)
    }
    #expect(error.diagnostic.code.id == "I004")
  }
}

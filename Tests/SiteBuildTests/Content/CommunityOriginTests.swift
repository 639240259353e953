import Basics
import LinkDirectory
import SiteBuild
import TestSupport
import Testing

/// What an import takes from a community's own file.
@Suite struct CommunityOriginTests {
  private static let path = "Content/communities/forum.md"

  private func read(_ front: String) -> CommunityOriginReading {
    let text = "---\nname: Forum\nsummary: A place.\nkind: Forum\n\(front)\n---\n"
    return readCommunityOrigin("forum", MemoryFileSystem([CommunityOriginTests.path: text]))
  }

  @Test func readsWhatTheFileDeclares() throws {
    let reading = read(
      "basis: consent\norigin: https://forum.example/\nstaff: [ann, ben]\nbots: [helper]")
    #expect(reading.diagnostics.isEmpty)
    let declared = try #require(reading.declared)
    #expect(declared.basis == .consent && declared.origin == "https://forum.example/")
    #expect(declared.staff == ["ann", "ben"] && declared.bots == ["helper"])
  }

  @Test(arguments: [("licence", Basis.Kind.licence), ("terms", .terms)])
  func tellsTheBasis(word: String, basis: Basis.Kind) {
    #expect(read("basis: \(word)").declared?.basis == basis)
    #expect(read("staff: [ann]").declared?.basis == nil)
  }

  @Test func saysNothingOfAFileThatIsNotThere() {
    for slug in ["forum", "no/such/../thing", ""] {
      let reading = readCommunityOrigin(slug, MemoryFileSystem())
      #expect(reading.declared == nil && reading.diagnostics.isEmpty)
    }
  }

  /// As in every list of the content: a single value is a list of one.
  @Test func takesASingleNameForAListOfOne() {
    let reading = read("staff: desk\nbots: helper")
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.declared?.staff == ["desk"] && reading.declared?.bots == ["helper"])
  }

  @Test func reportsAListThatIsNone() {
    #expect(
      read("staff: {desk: yes}").diagnostics.map(\.text) == [
        """
        error[S004]: `staff` wants a list, each a text, not a map
          --> Content/communities/forum.md:5:8
        5 | staff: {desk: yes}
          |        ^
        """
      ])
  }

  @Test(arguments: ["staff: [desk", "basis: consnet", "staff: [desk]\nstaff: [ann]"])
  func reportsWhatCannotBeRead(front: String) {
    #expect(read(front).diagnostics.hasErrors)
  }

  @Test(arguments: [1, 2])
  func reportsAFileThatTheDiskDoesNotGive(call: Int) {
    let text = "---\nname: Forum\nsummary: A place.\nkind: Forum\n---\n"
    let disk = MemoryFileSystem([CommunityOriginTests.path: text], failingAtCall: call)
    let reading = readCommunityOrigin("forum", disk)
    #expect(reading.declared == nil && reading.diagnostics.hasErrors)
    #expect(reading.diagnostics.first?.location?.file == CommunityOriginTests.path)
  }
}

import Basics
import Foundation
import SiteBuild
import TestSupport
import Testing

/// Links in the file system that lie where pages do.
@Suite struct LinkedFileTests {
  /// Editors mark a file that somebody works on by `.#about.md`, a link to nothing.
  @Test(arguments: [("linked.md", true), (".#about.md", false)])
  func areRefusedUnlessTheyAreHidden(_ name: String, _ isRefused: Bool) throws {
    let folder = try TemporaryFolder()
    try put(SampleSite().files, in: folder.path)
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/Content/pages/\(name)", withDestinationPath: "about.md")
    let found = readSite(DiskFileSystem(root: folder.path)).diagnostics.map(\.text)
    let told = found.filter { $0.contains(name) }
    #expect(told.count == (isRefused ? 1 : 0), "\(found)")
    for text in told {
      #expect(text.contains("a symbolic link, and links are not followed"))
      #expect(text.contains("= fix: put what it leads to in its place"))
    }
  }
}

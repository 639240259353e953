import SiteBuild
import Testing

/// The two editions never share a folder.
@Suite struct OutputAudienceTests {
  @Test func admitsOnlyItsOwnEdition() throws {
    let site = try TestSite()
    try site.output.admit(.everybody)
    try site.output.admit(.colleagues)
    try site.publish(["index.html": "1"])
    try site.output.admit(.everybody)
    #expect(throws: PublishError.otherAudience(folder: site.output.path, holds: .everybody)) {
      try site.output.admit(.colleagues)
    }
    try site.publish(["index.html": "1", "INTERNAL.txt": "i"])
    try site.output.admit(.colleagues)
    #expect(throws: PublishError.otherAudience(folder: site.output.path, holds: .colleagues)) {
      try site.output.admit(.everybody)
    }
  }
}

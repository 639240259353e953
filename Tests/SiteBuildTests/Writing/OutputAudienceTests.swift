import Foundation
import SiteBuild
import Testing

/// The two editions never share a folder.
@Suite struct OutputAudienceTests {
  @Test func admitsNothingInternalInsideOfAPublicFolder() throws {
    let site = try TestSite()
    try site.publish(["index.html": "1"])
    let inside = try OutputFolder(site.output.path + "/for/us")
    try put(["Output/for/readme": "x"], in: site.path)
    #expect(throws: PublishError.self) { try inside.admit(.colleagues) }
    let direct = try OutputFolder(site.output.path + "/us")
    #expect(throws: PublishError.self) { try direct.admit(.colleagues) }
    try OutputFolder(site.path + "/us").admit(.colleagues)
    #expect(site.output.isSame(as: try OutputFolder(site.path + "/./Output/")))
    #expect(!site.output.isSame(as: direct))
  }

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

/// What is written never lies among what is read.
@Suite struct OutputInputsTests {
  @Test(
    "refuses what the site is made of",
    arguments: [
      ("Content", "Content"), ("Content/out", "Content"), ("Content/pages/../out", "Content"),
      ("./Content//a/b/c", "Content"), ("Templates/www", "Templates"), (".meadow", ".meadow"),
      ("link/out", "Content"),
    ])
  func refusesAFolderOfTheSite(name: String, input: String) throws {
    let site = try TestSite()
    try put(["Content/pages/about.md": "x"], in: site.path)
    try FileManager.default.createSymbolicLink(
      atPath: site.path + "/link", withDestinationPath: site.path + "/Content")
    let folder = try OutputFolder("\(site.path)/\(name)")
    #expect(throws: PublishError.insideInput(folder: folder.path, input: input)) {
      try folder.stayOut(of: site.path)
    }
  }

  @Test(
    "admits folders beside it", arguments: ["Output", "Contents", "www/Content", "../elsewhere/a"])
  func admitsAFolderBesideThem(name: String) throws {
    let site = try TestSite()
    try put(["Content/pages/about.md": "x"], in: site.path)
    try OutputFolder("\(site.path)/\(name)").stayOut(of: site.path)
  }
}

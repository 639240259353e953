internal import ArgumentParser
internal import Basics
internal import SiteBuild

extension SharedOptions {
  /// Leaves with an error where there is no site, before anything is locked or written.
  func requireSite() throws {
    guard let finding = missingSite(disk, above: { siteAbove }) else { return }
    try report([finding])
  }

  /// The nearest folder above that is a site: `..` or `../..`; somebody may stand in `Content`.
  private var siteAbove: String? {
    guard let settings = try? SitePath(SiteFolders.settings) else { return nil }
    var folder = site == "." ? ".." : site + "/.."
    for _ in 0..<8 {
      if (try? DiskFileSystem(root: folder).entry(at: settings)) != nil { return folder }
      folder += "/.."
    }
    return nil
  }
}

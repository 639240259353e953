internal import ArgumentParser
internal import Basics
internal import SiteBuild

extension SharedOptions {
  /// Leaves with an error where there is no site, before anything is locked or written.
  func requireSite() throws {
    // Of a file everything below would be an error of its own.
    if isFile { try requireFolder() }
    let named = site == "." ? nil : site
    guard let finding = missingSite(disk, in: named, above: { siteAbove }) else { return }
    try report([missingFolder ?? finding])
  }

  private var isFile: Bool { (try? disk.entry(at: .root))?.kind == .file }

  /// Leaves with an error where not even the folder of `--site` is there.
  func requireFolder() throws {
    if let missingFolder { try report([missingFolder]) }
  }

  /// The error where the folder of `--site` is not there at all; nil where it is.
  private var missingFolder: Diagnostic? {
    guard isFile || (try? disk.entry(at: .root)) == nil else { return nil }
    let parent = CapturedFile.place(site)?.disk
    let beside = parent.flatMap { try? $0.entries(in: .root) } ?? []
    return missingSiteFolder(site, beside: beside.filter { $0.kind == .folder }.map(\.path.name))
  }

  /// The nearest folder above that is a site: `..` or `../..`; somebody may stand in `Content`.
  var siteAbove: String? {
    guard let settings = try? SitePath(SiteFolders.settings) else { return nil }
    var folder = site == "." ? ".." : site + "/.."
    for _ in 0..<8 {
      if (try? DiskFileSystem(root: folder).entry(at: settings)) != nil { return folder }
      folder += "/.."
    }
    return nil
  }
}

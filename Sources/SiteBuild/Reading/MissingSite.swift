package import Basics

/// The finding that a folder is no site; nil for one that has settings, whatever they say.
///
/// `folder`: the site's folder as it was named, nil for the one that somebody stands in. `above`: the
/// next folder above that is one, as somebody would name it; asked for only where there is none, since
/// whoever has a site looks at nothing outside it.
package func missingSite(
  _ fileSystem: any FileSystem, in folder: String? = nil, above: () -> String? = { nil }
) -> Diagnostic? {
  do throws(FileError) {
    guard let path = try? SitePath(SiteFolders.settings), try fileSystem.entry(at: path) == nil
    else { return nil }
  } catch {
    // Who reads the settings tells why they cannot be read.
    return nil
  }
  let settings = (folder.map { "\($0)/" } ?? "") + SiteFolders.settings
  return Diagnostic(
    SiteBuildCodes.noSite, "cannot read \(settings): No such file or directory",
    at: SourceLocation(file: SiteFolders.settings, line: 1),
    fix: above().map { "there is a site in `\($0)`: name it with --site \($0)" } ?? noSiteFix)
}

/// The error where there is not even the folder that was named; `beside`: the folders there are.
package func missingSiteFolder(_ folder: String, beside: [String]) -> Diagnostic {
  let parts = folder.split(separator: "/")
  let near = parts.last.flatMap { suggestion(for: String($0), among: beside) }
  return Diagnostic(
    SiteBuildCodes.noSite, "there is no folder `\(folder)`", fix: near ?? noSiteFix)
}

/// What to do where there is no site.
let noSiteFix = "begin a site with `meadow new FOLDER`, or name its folder with --site"

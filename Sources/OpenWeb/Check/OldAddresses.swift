package import Basics

/// O7: the addresses published before that lead nowhere in a site, one diagnostic each.
package func checkOldAddresses(_ addresses: [SitePath], in site: BuiltSite) -> [Diagnostic] {
  let files = PathTable(site.entries)
  return Set(addresses).sorted().filter { files.file(stableHash($0.text.utf8)) == nil }.map {
    path in
    Diagnostic(
      OpenWebCodes.lostAddress, "`\(path)` was published before and is not there any more",
      fix: "name it in the front matter of the page that took its place")
  }
}

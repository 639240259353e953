package import Basics

/// The rules of the open web for a site that is being made: each file is looked at when it is
/// finished, and what concerns several of them at the end.
package struct SiteInspector: Sendable {
  private let address: SiteAddress?
  private let rules: [OpenWebRule]

  /// `baseURL` is the address the site will have; nil: no absolute link is the site's own.
  package init(baseURL: String?, rules: [OpenWebRule] = OpenWebRule.all) {
    address = baseURL.flatMap(SiteAddress.init)
    self.rules = rules
  }

  /// May run for many files at once.
  @Sendable package func report(on file: OutputFile) -> FileReport {
    var memory = PageMemory()
    return report(on: file, using: &memory)
  }

  /// The same for one of many files, in memory that the one before left.
  package func report(on file: OutputFile, using memory: inout PageMemory) -> FileReport {
    OpenWebRule.inspect(file, site: address, rules, using: &memory)
  }

  /// Every finding, one for each cause, sorted by place; `reports` has none for files that stay as
  /// they were.
  package func findings(about site: BuiltSite, reports: [FileReport]) -> [Diagnostic] {
    judge(reports + standingTargets(of: reports, in: site), in: site, address)
  }

  /// The files that stay and that some link leads into: their places are known only from their
  /// bytes.
  private func standingTargets(of reports: [FileReport], in site: BuiltSite) -> [FileReport] {
    if reports.count == site.entries.count { return [] }
    let known = Set(reports.map(\.path))
    let files = PathTable(site.entries)
    let targets = Set(
      reports.flatMap { $0.links.lazy.filter { $0.fragment != nil } }
        .compactMap { files.file($0.path) })
    return site.entries.indices.compactMap { index in
      guard targets.contains(index), !known.contains(site.entries[index].path) else { return nil }
      // What cannot be read now is told when the site is published.
      guard let bytes = try? site.bytes(at: index) else { return nil }
      return report(on: OutputFile(path: site.entries[index].path, bytes: bytes))
    }
  }
}

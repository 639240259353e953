internal import Basics

/// All findings about a site: those of its files, links that lead nowhere, and odd entries. Reports
/// come in any order.
func judge(
  _ reports: [FileReport], in site: BuiltSite, _ address: SiteAddress?
) -> [Diagnostic] {
  var causes = Causes()
  var links = LinkJudge(site, reports, address)
  // Sorted is what has a finding, which of many thousand files few have.
  let faulty = reports.filter { !$0.findings.isEmpty || links.hasBroken(in: $0) }
  for report in faulty.sorted(by: { $0.path < $1.path }) {
    for finding in report.findings { causes.add(finding, in: report.path) }
    for finding in links.findings(about: report) { causes.add(finding, in: report.path) }
  }
  return (oddEntries(of: site) + causes.diagnostics(in: site)).sortedByPlace()
}

/// S11: what is neither a file nor a folder.
private func oddEntries(of site: BuiltSite) -> [Diagnostic] {
  site.entries.filter { $0.kind == .symbolicLink || $0.kind == .other }.map { entry in
    let what = entry.kind == .symbolicLink ? "a symbolic link" : "neither a file nor a folder"
    return Diagnostic(
      OpenWebCodes.oddEntry, "`\(entry.path)` is \(what)",
      at: SourceLocation(file: entry.path.text, line: 1), fix: "put a copy of the file there")
  }
}

internal import Dispatch
internal import Synchronization
package import Basics

/// Every open-web finding about a site, one for each cause, sorted by place.
///
/// `baseURL` is the address the site will have (`https://insights.example/reports/`); absolute
/// links below it count as the site's own. Nil: no absolute link does.
package func checkSite(
  _ site: BuiltSite, baseURL: String? = nil, rules: [OpenWebRule] = OpenWebRule.all
) -> [Diagnostic] {
  let address = baseURL.flatMap(SiteAddress.init)
  let (reports, unreadable) = inspect(site, address, rules)
  return (unreadable + judge(reports, in: site, address)).sortedByPlace()
}

/// The same from reports that were made while the site was: one for each of its files.
package func checkSite(
  _ site: BuiltSite, reports: [FileReport], baseURL: String? = nil
) -> [Diagnostic] {
  judge(reports, in: site, baseURL.flatMap(SiteAddress.init))
}

private typealias Inspected = (reports: [FileReport], unreadable: [Diagnostic])

/// Inspects the files on all cores.
private func inspect(
  _ site: BuiltSite, _ address: SiteAddress?, _ rules: [OpenWebRule]
) -> Inspected {
  // Enough files at a time that taking the next hundred costs nothing.
  let stride = 100
  let count = (site.entries.count + stride - 1) / stride
  let parts = Mutex([Inspected](repeating: ([], []), count: count))
  DispatchQueue.concurrentPerform(iterations: count) { part in
    let range = part * stride..<min((part + 1) * stride, site.entries.count)
    let done = inspect(range, of: site, address, rules)
    parts.withLock { $0[part] = done }
  }
  let all = parts.withLock { $0 }
  return (all.flatMap(\.reports), all.flatMap(\.unreadable))
}

private func inspect(
  _ range: Range<Int>, of site: BuiltSite, _ address: SiteAddress?, _ rules: [OpenWebRule]
) -> Inspected {
  var done: Inspected = ([], [])
  var memory = PageMemory()
  for index in range where site.entries[index].kind == .file {
    let path = site.entries[index].path
    guard isInspected(path) else { continue }
    do throws(FileError) {
      let file = OutputFile(path: path, bytes: try site.bytes(at: index))
      done.reports.append(OpenWebRule.inspect(file, site: address, rules, using: &memory))
    } catch {
      done.unreadable.append(Diagnostic(OpenWebCodes.unreadable, "\(error)"))
    }
  }
  return done
}

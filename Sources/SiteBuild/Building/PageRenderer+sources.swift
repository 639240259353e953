internal import Basics
internal import CommunityData
internal import LinkDirectory
internal import Templating

/// Conversations that front matter names: what stands behind an insight, a criticism, a sketch.
extension PageRenderer {
  /// The places of the items, each once by its title; a name that leads nowhere is a finding.
  func sourceLinks(
    _ names: [Placed<String>], of file: some ContentEntry, diagnostics: inout [Diagnostic]
  ) -> [Link] {
    var links: [Link] = []
    // What is left without a community says nothing and is nobody's fault.
    for named in names where !isWithdrawn(source: named.value) {
      do throws(SourceFault) {
        links.append(try source(named.value))
      } catch {
        diagnostics.append(
          Diagnostic(
            SiteBuildCodes.unknownReference, error.message,
            at: file.source.excerpt(at: named.place),
            fix: error.fix, missing: error.missing))
      }
    }
    var seen: Set<String> = []
    return links.filter { seen.insert($0.title).inserted }
  }

  private func isWithdrawn(source name: String) -> Bool {
    name.split(separator: "/").first.map { plan.consent.withheld.contains(String($0)) } ?? false
  }

  /// `history-meta/post-618` → its conversation's title with the permalink.
  private func source(_ name: String) throws(SourceFault) -> Link {
    let parts = name.split(separator: "/", maxSplits: 1)
    guard parts.count == 2,
      let community = plan.communities.first(where: { $0.fileName == parts[0] })
    else {
      throw SourceFault(
        message: "`\(name)` names no published community", fix: fix(ofSource: name, parts),
        missing: parts.first.map(String.init))
    }
    guard let row = community.data.row(ofItem: String(parts[1])) else {
      throw SourceFault(message: "`\(parts[0])` has no item `\(parts[1])`", fix: nil)
    }
    guard let link = community.sourceLink(toRow: row) else {
      throw SourceFault(message: "the item `\(parts[1])` has no permalink", fix: nil)
    }
    return Link(
      title: community.threadTitle(ofRow: row) ?? community.name, href: SafeURL(link))
  }
}

extension PageRenderer {
  /// What an author meant who named no community: the item at an address, or the community whose name
  /// is nearest. Nothing where the name has its form and is near to none.
  private func fix(ofSource name: String, _ parts: [Substring]) -> String? {
    let form = "write it as `community/item id`"
    if WebAddress(name) != nil {
      for community in plan.communities {
        guard let row = community.data.row(ofAddress: name),
          let id = community.data.string(community.data.items.ids[row])
        else { continue }
        return "write `\(community.fileName)/\(id)`"
      }
      return form
    }
    guard parts.count == 2, let typed = parts.first else { return form }
    return suggestion(for: String(typed), among: plan.communities.map(\.fileName))
  }
}

/// Why something cannot be a source.
private struct SourceFault: Error {
  var message: String
  var fix: String?
  /// The community that is not there.
  var missing: String?
}

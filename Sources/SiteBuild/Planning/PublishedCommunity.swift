internal import Basics
internal import CommunityData
internal import LinkDirectory

/// A community that may be published, with its data and the permit that makes links and quotes.
struct PublishedCommunity: Sendable {
  let file: ContentFile<CommunityFile>
  let data: Community
  let credits: CreditBook
  let permit: PublicationPermit

  var slug: String { permit.entry.slug }
  var name: String { permit.entry.name }
  var basis: Basis { permit.entry.basis }

  /// The end of what is known about it.
  var knownUntil: CalendarDay { data.manifest.window.to.day }

  /// nil, with the reason, where the basis or the data are missing: then it has no page.
  init?(_ community: SiteCommunity, diagnostics: inout [Diagnostic]) {
    let fields = community.file.fields
    let place = SourceLocation(file: community.file.path.text, line: 1)
    let kind = fields.basis?.value
    let basis = kind.flatMap { kind in fields.proof.map { Basis(kind: kind, proof: $0) } }
    do throws(PublicationRefusal) {
      permit = try PublicationPermit(
        for: .init(slug: community.slug, name: community.name, basis: basis))
    } catch {
      diagnostics.append(
        Diagnostic(
          SiteBuildCodes.noBasis, "`\(community.slug)` has no page: \(error)", at: place,
          severity: .warning, fix: kind == nil ? "add `basis:` and `proof:`" : "add `proof:`"))
      return nil
    }
    guard let data = community.data else {
      diagnostics.append(
        Diagnostic(
          SiteBuildCodes.noSnapshot, "`\(community.slug)` has no page: there is no snapshot",
          at: place, severity: .warning,
          fix: "meadow import FORMAT PATH --community \(community.slug)"))
      return nil
    }
    file = community.file
    self.data = data
    credits = community.credits
  }

  /// The row of an item by its id.
  func row(ofItem id: String) -> Int? {
    let wanted = Array(id.utf8)[...]
    return data.items.ids.firstIndex { data.text.slice($0) == wanted }
  }

  /// The title of the conversation a row belongs to.
  func threadTitle(ofRow row: Int) -> String? {
    let start = Int(data.items.threads[row])
    return data.string(data.items.titles[start])
  }

  /// A citation of a row's own place; nil where the source gave no permalink.
  func sourceLink(toRow row: Int) -> SourceLink? {
    data.string(data.items.urls[row]).flatMap { WebAddress($0) }.map(permit.sourceLink(to:))
  }
}

internal import Basics
internal import CommunityData
internal import LinkDirectory

/// A community that may be published, with its data and the permit that makes links and quotes.
struct PublishedCommunity: Sendable {
  let file: ContentFile<CommunityFile>
  let data: Community
  let credits: CreditBook
  let permit: PublicationPermit

  /// What it is called in addresses and tables.
  var slug: String { permit.entry.slug }
  /// What authors call it.
  var fileName: String { file.slug }
  var name: String { permit.entry.name }
  var basis: Basis { permit.entry.basis }

  /// The end of what is known about it.
  var knownUntil: CalendarDay { data.manifest.window.to.day }

  /// nil, with the reason, where the basis or the data are missing: then it has no page.
  init?(
    _ community: SiteCommunity, under consent: LiveConsent, diagnostics: inout [Diagnostic]
  ) {
    let place = SourceLocation(file: community.file.path.text, line: 1)
    do throws(PublicationRefusal) {
      permit = try PublicationPermit(for: community.declaration, under: consent)
    } catch {
      diagnostics.append(PublishedCommunity.refusal(error, of: community))
      return nil
    }
    guard var data = community.data else {
      if community.hasUnreadData { return nil }
      diagnostics.append(
        Diagnostic(
          SiteBuildCodes.noSnapshot, "`\(community.slug)` has no page: there is no snapshot",
          at: place, severity: .warning,
          fix: "meadow import FORMAT PATH --community \(community.slug)"))
      return nil
    }
    file = community.file
    // The measurement table, and with it every file of data, knows it by its public name alone.
    data.slug = permit.entry.slug
    // Snapshots made before imports looked at the basis call everything public.
    if permit.entry.basis.kind == .consent { data.manifest.scope = .withConsent }
    self.data = data
    credits = community.credits
  }

  /// A consent that is not given is nobody's fault; a basis that is not stated is the author's.
  private static func refusal(
    _ refusal: PublicationRefusal, of community: SiteCommunity
  ) -> Diagnostic {
    if refusal == .noBasis, let basis = community.file.fields.basis {
      return Diagnostic(
        SiteBuildCodes.noBasis,
        "`\(community.slug)` has no page: `basis: \(basis.value.rawValue)` needs `proof:`",
        at: community.file.excerpt(at: basis.place), severity: .warning,
        fix: "add `proof:` with the address where the \(basis.value.rawValue) can be read")
    }
    return Diagnostic(
      refusal.isWithheldConsent ? LinkDirectoryCodes.leftOut : SiteBuildCodes.noBasis,
      "`\(community.slug)` has no page: \(refusal)",
      at: SourceLocation(file: community.file.path.text, line: 1),
      severity: refusal.isWithheldConsent ? .note : .warning,
      fix: refusal.isWithheldConsent ? nil : "add `basis:` and `proof:`")
  }

  /// The title of the conversation a row belongs to.
  func threadTitle(ofRow row: Int) -> String? {
    let start = Int(data.items.threads[row])
    return data.string(data.items.titles[start])?.shown
  }

  /// A citation of a row's own place; nil where the source gave no permalink.
  func sourceLink(toRow row: Int) -> SourceLink? {
    data.string(data.items.urls[row]).flatMap { WebAddress($0) }.map(permit.sourceLink(to:))
  }
}

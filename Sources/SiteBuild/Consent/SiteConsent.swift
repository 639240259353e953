internal import Basics
internal import CommunityData
internal import LinkDirectory

/// What consent decides about a site at one moment: what is allowed, and whose names must not be told.
struct SiteConsent: Sendable {
  let live: LiveConsent
  /// The file names of communities that are not published for want of a consent.
  let withheld: Set<String>
  /// Takes the names of communities out of every file that is written.
  let mask: NameMask
  /// Pages that were about communities that are withheld now: all alike, at addresses that tell nothing.
  let neutralPages: [SitePath]
  /// The neutral page of each withheld community that has one, by the community's file name.
  let neutralPage: [String: SitePath]

  init(_ input: SiteInput, asOf moment: Timestamp, diagnostics: inout [Diagnostic]) {
    let live = LiveConsent.of(input, asOf: moment, diagnostics: &diagnostics)
    self.live = live
    let standings = input.communities.map { CommunityStanding($0, under: live) }
    withheld = Set(standings.filter(\.isWithheld).map(\.slug))
    let published = Set(standings.filter(\.isPublished).compactMap(\.subject))
    let linked = Set(live.grants.filter { $0.key.scope == .link }.map(\.key.subject))
    mask = NameMask(
      SiteConsent.names(standings, book: input.consent, spoken: published.union(linked)),
      replacement: "[\(input.wording(.withdrawnMark))]")
    // Only who once allowed figures can have had a page.
    let gone = input.consent.subjects.filter { !$0.isPerson && !published.contains($0) }
      .filter { subject in
        input.consent.ledger.events.contains {
          $0.subject == subject && $0.kind.isGiving && $0.scopes.contains(.metrics)
        }
      }
    neutralPages = gone.map { SiteRoutes.community($0.description) }
    neutralPage = Dictionary(
      standings.compactMap { standing in
        standing.subject.flatMap { subject in
          gone.contains(subject)
            ? (standing.slug, SiteRoutes.community(subject.description)) : nil
        }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Names, other names and file names of those who may not be named, and addresses of those who may
  /// neither be linked nor cited.
  private static func names(
    _ standings: [CommunityStanding], book: ConsentBook, spoken: Set<ConsentSubject>
  ) -> [String] {
    let spokenHosts = Set(
      spoken.compactMap { book.place(of: $0)?.placeHost }
        + standings.filter { !$0.isWithheld }.compactMap { $0.place?.placeHost })
    var names = standings.filter(\.mayNotBeNamed).flatMap(\.names)
    names += standings.filter { standing in
      standing.isWithheld && standing.subject.map { !spoken.contains($0) } != false
    }.compactMap(\.place).filter { !spokenHosts.contains($0.placeHost) }.flatMap(hostForms)
    for subject in book.subjects where !spoken.contains(subject) {
      guard let place = book.place(of: subject), !spokenHosts.contains(place.placeHost) else {
        continue
      }
      names += hostForms(place)
    }
    return names
  }
}

/// How a community stands to being published, before anything is made of it.
struct CommunityStanding {
  let slug: String
  let subject: ConsentSubject?
  let isPublished: Bool
  /// Not published, since a consent is missing.
  let isWithheld: Bool
  let mayNotBeNamed: Bool
  /// What it is called, in every way its file knows.
  let names: [String]
  let place: WebAddress?

  init(_ community: SiteCommunity, under consent: LiveConsent) {
    let fields = community.file.fields
    slug = community.slug
    subject = fields.subject.flatMap { ConsentSubject($0.value) }
    place = fields.origin
    // A file name of one word, such as `chat`, is a word of everybody's.
    names =
      [fields.name] + fields.otherNames.map(\.value)
      + (slug.contains("-") ? [slug] : [])
    do throws(PublicationRefusal) {
      _ = try PublicationPermit(for: community.declaration, under: consent)
      isWithheld = false
    } catch {
      isWithheld = error.isWithheldConsent
    }
    isPublished = !isWithheld && community.data != nil && fields.basis != nil
    let mayBeNamed = subject.map { consent.grant($0, .name) != nil } ?? false
    let standsOnConsent = fields.basis?.value == .consent
    mayNotBeNamed = (isWithheld || standsOnConsent) && !mayBeNamed
  }
}

extension SiteCommunity {
  /// What its file says of it, as a permit wants to know it.
  var declaration: PublicationPermit.Declaration {
    var declaration = PublicationPermit.Declaration(
      slug: slug, name: name,
      basis: file.fields.basis.flatMap { Basis(kind: $0.value, proof: file.fields.proof) },
      subject: file.fields.subject.flatMap { ConsentSubject($0.value) })
    declaration.place = file.fields.origin
    return declaration
  }
}

/// A place's host as it is written and as DNS has it, without a leading `www.`.
private func hostForms(_ place: WebAddress) -> [String] {
  let bare = place.placeHost
  let written = place.host.hasPrefix("www.") ? String(place.host.dropFirst(4)) : place.host
  // What is left of `www.de` is a word of everybody's.
  let forms = [bare, Punycode.ascii(host: bare), written.contains(".") ? written : bare]
  return Array(Set(forms)).sorted()
}

internal import Basics
internal import LinkDirectory

/// The directory of a site: who wants to be linked, with what their files say of them.
struct SiteDirectory: Sendable {
  /// One place with its community's file, where there is one.
  struct Place: Sendable {
    let entry: DirectoryEntry
    let file: CommunityFile?

    /// Its name, or its address where only the link is allowed.
    var title: String { entry.name ?? entry.link.address.shortText }
  }

  /// By name; never ranked.
  let places: [Place]
  /// How many were asked and have not answered.
  let waiting: Int
  /// The last moment anything changed, for those who read it by machine.
  let changed: Timestamp
  /// How many communities allow a thing, whether they are listed or not.
  let counts: [ConsentScope: Int]

  /// nil for a site that has no ledger.
  init?(_ input: SiteInput, _ consent: SiteConsent) {
    guard let last = input.consent.ledger.events.last else { return nil }
    changed = last.at
    var files: [ConsentSubject: CommunityFile] = [:]
    for community in input.communities {
      guard let subject = community.file.fields.subject.flatMap({ ConsentSubject($0.value) })
      else { continue }
      files[subject] = community.file.fields
    }
    places = consent.live.directory(names: files.mapValues(\.name)).map { entry in
      Place(entry: entry, file: ConsentSubject(entry.id).flatMap { files[$0] })
    }.sorted {
      ($0.title.lowercased(), $0.entry.id) < ($1.title.lowercased(), $1.entry.id)
    }
    let known = Set(input.consent.subjects)
    waiting = input.communities.count { community in
      let subject = community.file.fields.subject.flatMap { ConsentSubject($0.value) }
      return community.file.fields.basis?.value == .consent
        && subject.map { !known.contains($0) } != false
    }
    counts = Dictionary(
      consent.live.grants.filter { !$0.key.subject.isPerson }.map { ($0.key.scope, 1) },
      uniquingKeysWith: +)
  }
}

package import Basics

/// The credit that a content licence asks for when an item is quoted.
package struct Credit: Sendable, Equatable {
  /// The author's name as the platform shows it.
  package var author: String
  /// The author's page on the platform.
  package var profile: String?
  /// An SPDX id or a URL.
  package var licence: String
  /// The item in the community's own place.
  package var permalink: String?
}

/// Who is to be credited for what: the only reader of `attribution.ndjson`.
///
/// It gives names for licence credits and for nothing else; measuring and listing have no access.
package struct CreditBook: Sendable {
  private var attributions: [String: Attribution] = [:]

  /// A book without names: nobody can be credited, so nothing that needs a credit can be quoted.
  package init() {}

  /// Reads the credits of a community, each in its newest state. The diagnostics tell of lines that
  /// could not be read; faults of whole files are told by ``readCommunity(slug:snapshotsUpTo:in:at:)``.
  package static func read(
    slug: String, snapshotsUpTo lastDay: CalendarDay?, in fileSystem: any FileSystem,
    at folder: SitePath
  ) -> (book: CreditBook, diagnostics: [Diagnostic]) {
    var finder = SnapshotFinder(in: fileSystem)
    var reader = SnapshotReader(in: fileSystem)
    var book = CreditBook()
    for snapshot in finder.find(slug, upTo: lastDay, at: folder).readTogether {
      for credit in reader.credits(of: snapshot) { book.attributions[credit.member] = credit }
    }
    return (book, reader.diagnostics.filter { $0.code == CommunityDataCodes.quarantined })
  }

  /// The credit for an item; nil when its author or its licence is unknown.
  package func credit(forRow row: Int, of community: Community) -> Credit? {
    let author = Int(community.items.authors[row])
    guard author >= 0, let name = attributions[community.members[author].id],
      let licence = community.licence(ofRow: row)
    else { return nil }
    return Credit(
      author: name.name, profile: name.profile, licence: licence,
      permalink: community.string(community.items.urls[row]))
  }
}

extension Community {
  /// The licence of an item: its own, else the one under which items were published at its time.
  package func licence(ofRow row: Int) -> String? {
    if let own = string(items.licences[row]) { return own }
    let published = Timestamp(secondsSinceEpoch: items.published[row])
    let ended = manifest.licences.compactMap { licence in licence.until.map { (licence, $0) } }
      .sorted { $0.1 < $1.1 }
    if let past = ended.first(where: { published < $0.1 }) { return past.0.id }
    return manifest.licences.first { $0.until == nil }?.id
  }
}

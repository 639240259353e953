internal import Basics
internal import LinkDirectory
internal import Measures

/// A community that another engine may measure, whether its data are here or not.
package struct ClusterCommunity: Sendable, Equatable {
  /// The name of its file, and of the folder of its snapshots.
  package let folder: String
  /// What its measurements call it.
  package let slug: String
  /// The fewest people a figure about it may be about, if its data are public.
  package let publicThreshold: Int
  /// The same, if they were given with consent.
  package let consentThreshold: Int

  package init(folder: String, slug: String, publicThreshold: Int, consentThreshold: Int) {
    self.folder = folder
    self.slug = slug
    self.publicThreshold = publicThreshold
    self.consentThreshold = consentThreshold
  }
}

extension SiteInput {
  /// What the communities that may be published are called in the measurements, by the names of their
  /// files, where that is another name.
  func publicNames(under consent: LiveConsent) -> [String: String] {
    let names = slugs(under: consent).filter { $0.file != $0.slug }.map { ($0.file, $0.slug) }
    return Dictionary(names) { first, _ in first }
  }

  func clusterCommunities(
    _ settings: MeasureSettings, under consent: LiveConsent, asOf moment: Timestamp
  ) -> [ClusterCommunity] {
    let heldBack = communities.filter { $0.file.head.isHeldBack(asOf: moment) }.map(\.slug)
    return slugs(under: consent).filter { !heldBack.contains($0.file) }.map { file, slug, basis in
      ClusterCommunity(
        folder: file, slug: slug,
        // What was given with consent is held to it, whatever a snapshot says of itself.
        publicThreshold: basis == .consent ? settings.consentThreshold : settings.publicThreshold,
        consentThreshold: settings.consentThreshold)
    }
  }

  private func slugs(
    under consent: LiveConsent
  ) -> [(file: String, slug: String, basis: Basis.Kind)] {
    communities.compactMap { community in
      let permit = try? PublicationPermit(for: community.declaration, under: consent)
      return permit.map { (community.slug, $0.entry.slug, $0.entry.basis.kind) }
    }
  }
}

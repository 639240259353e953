package import CommunityData

/// How a site wants its communities measured.
package struct MeasureSettings: Sendable, Equatable {
  /// The fewest people a figure may be about, in a snapshot of public data.
  package let publicThreshold: Int
  /// The same for data given with consent.
  package let consentThreshold: Int
  /// Seconds that the site's days and weeks begin east of UTC.
  package let zoneOffset: Int
  /// What the site's own content tells.
  package var inputs = MeasureInputs()

  package static let leastPublicThreshold = 5
  package static let leastConsentThreshold = 10

  package static let standard = MeasureSettings()

  private init() {
    publicThreshold = MeasureSettings.leastPublicThreshold
    consentThreshold = MeasureSettings.leastConsentThreshold
    zoneOffset = 0
  }

  /// Thresholds may be raised, never lowered.
  package init(
    publicThreshold: Int = leastPublicThreshold, consentThreshold: Int = leastConsentThreshold,
    zoneOffset: Int = 0
  ) throws(MeasureError) {
    guard publicThreshold >= MeasureSettings.leastPublicThreshold else {
      throw .thresholdTooLow(publicThreshold, least: MeasureSettings.leastPublicThreshold)
    }
    guard consentThreshold >= MeasureSettings.leastConsentThreshold else {
      throw .thresholdTooLow(consentThreshold, least: MeasureSettings.leastConsentThreshold)
    }
    guard zoneOffset.magnitude <= 14 * 3600 else { throw .noSuchZone(zoneOffset) }
    self.publicThreshold = publicThreshold
    self.consentThreshold = consentThreshold
    self.zoneOffset = zoneOffset
  }

  /// The k of a community: the fewest people a figure about it may be about.
  package func threshold(for scope: SnapshotManifest.Scope) -> Int {
    switch scope {
    case .public: publicThreshold
    case .withConsent: consentThreshold
    }
  }
}

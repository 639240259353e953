package import Basics

/// The 32 secret bytes that turn handles into pseudonyms; only who has them can do it again.
package struct SiteKey: Sendable, Equatable {
  let bytes: [UInt8]
  /// The published key of the demo site, which protects nobody.
  package let isDemo: Bool

  /// The committed demo's key: public knowledge, so it is refused for data given with consent.
  package static let demo = SiteKey(Array("meadow demo key: protects nobody".utf8), isDemo: true)

  private init(_ bytes: [UInt8], isDemo: Bool) {
    self.bytes = bytes
    self.isDemo = isDemo
  }

  /// The key in `.meadow/key` below a site's folder, made once (mode 0600) when it is not there.
  package static func readOrMake(siteFolder: String) throws(ImportError) -> SiteKey {
    throw ImportError(Diagnostic(ImportersCodes.unusableKey, siteFolder))
  }
}

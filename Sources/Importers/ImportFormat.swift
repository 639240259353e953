package import CommunityData

/// One platform's export: what `import --list` says of it.
package struct ImportFormat: Sendable {
  /// What the user types: `stackexchange`.
  package let name: String
  package let title: String
  /// The files it reads, in a sentence.
  package let files: String
  /// What the export can support.
  package let measurable: SnapshotManifest.Measurable
  /// A whole command line.
  package let example: String
  /// Its page below `docs/`.
  package let page: String
}

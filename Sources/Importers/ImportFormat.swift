package import CommunityData

/// One platform's export: what `import --list` says of it, and how it is read.
package struct ImportFormat: Sendable {
  /// What the user types, and what a snapshot calls the platform: `stackexchange`.
  package let name: String
  package let title: String
  /// The files it reads, in a sentence.
  package let files: String
  /// What the export can support.
  package let measurable: SnapshotManifest.Measurable
  /// Under what the platform's content stands; empty when each community decides.
  package let licences: [SnapshotManifest.Licence]
  /// A whole command line.
  package let example: String
  /// How `meadow import auto` tells it from others, in a sentence.
  package let recognition: String
  /// Whether a file tells by its name or beginning that the export is of this format.
  let recognises: @Sendable (FileSample) -> Bool
  let read: @Sendable (inout ImportRun) throws(ImportError) -> Void

  /// Whether `--channel` can choose among places of the export; a site of questions has none.
  var choosesChannels: Bool { name != StackExchangeExport.format.name }

  /// Its page in the documentation: `docs/importers/stackexchange.md`.
  package var page: String { "docs/importers/\(name).md" }
}

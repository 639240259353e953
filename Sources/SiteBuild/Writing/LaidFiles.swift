package import Basics

/// What became of finished files.
package struct LaidFiles: Sendable {
  /// Those that are on the stage.
  package var staged: [StagedFile] = []
  /// Those that the output folder holds as they are.
  package var unchanged: [SitePath] = []
  /// Those that have to be kept in memory.
  package var kept: [OutputFile] = []

  package init(kept: [OutputFile] = []) { self.kept = kept }

  init(_ parts: [LaidFiles]) {
    staged = parts.flatMap(\.staged)
    unchanged = parts.flatMap(\.unchanged)
    kept = parts.flatMap(\.kept)
  }
}

package import Basics

/// What became of finished files.
package struct LaidFiles: Sendable {
  /// Those that are on the stage.
  package var staged: [StagedFile] = []
  /// Those that the output folder holds as they are.
  package var unchanged: [StagedFile] = []
  /// Those that have to be kept in memory.
  package var kept: [OutputFile] = []

  package init(kept: [OutputFile] = []) { self.kept = kept }

  init(_ parts: [LaidFiles]) {
    staged = joined(parts.map(\.staged))
    unchanged = joined(parts.map(\.unchanged))
    kept = joined(parts.map(\.kept))
  }
}

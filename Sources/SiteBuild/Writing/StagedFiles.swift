package import Basics

/// The files of an edition that are on its stage.
package struct StagedFiles: Sendable {
  /// Nil where everything is in memory.
  var stage: EditionStage?
  var files: [StagedFile]

  package static let none = StagedFiles([], on: nil)

  package init(_ files: [StagedFile], on stage: EditionStage?) {
    self.files = files
    self.stage = stage
  }
}

/// A file of the next edition that is on the stage, or that the output folder holds as it is.
package struct StagedFile: Sendable, Hashable {
  package var path: SitePath
  /// In bytes.
  var size: Int

  var entry: FileEntry { FileEntry(path: path, kind: .file, size: size) }
}

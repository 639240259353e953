package import Basics

/// How an edition came to be on disk.
package enum EditionWriting: Sendable {
  case written
  case replaced
  /// The same bytes lay there already.
  case unchanged
}

/// Why an edition was not written.
package enum EditionRefusal: Error {
  case saysSomethingElse(Diagnostic)
  case disk(FileError)
}

/// Writes an edition to its place; one that says something else is replaced only when asked to.
package func writeEdition(
  _ edition: Edition, replacing: Bool, to fileSystem: any FileSystem
) throws(EditionRefusal) -> EditionWriting {
  do {
    let path = try EditionFile.path(edition.day)
    let bytes = EditionFile.bytes(of: edition)
    guard try fileSystem.entry(at: path) != nil else {
      try fileSystem.write(bytes, to: path)
      return .written
    }
    if try fileSystem.read(path) == bytes { return .unchanged }
    guard replacing else { throw EditionRefusal.saysSomethingElse(alreadySealed(path)) }
    try fileSystem.write(bytes, to: path)
    return .replaced
  } catch let error as FileError {
    throw .disk(error)
  } catch let error as EditionRefusal {
    throw error
  } catch {
    throw .disk(FileError("write", EditionFile.folder, reason: "\(error)"))
  }
}

private func alreadySealed(_ path: SitePath) -> Diagnostic {
  Diagnostic(
    EditionCodes.alreadySealed, "the edition is sealed already and says something else",
    at: SourceLocation(file: path.text, line: 1), fix: "keep it, or replace it with --replace")
}

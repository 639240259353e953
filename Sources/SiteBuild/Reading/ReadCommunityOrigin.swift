package import Basics
package import LinkDirectory

/// What a community's file tells an import: where the place is, on what basis it is measured, who is
/// staff and what is a program.
package struct CommunityOrigin: Sendable {
  package var origin: String?
  /// nil where the file does not say why the community may be measured.
  package var basis: Basis.Kind?
  package var staff: Set<String>
  package var bots: Set<String>
}

/// What reading a community's file for an import gave; where there is no file, nothing at all.
package struct CommunityOriginReading: Sendable {
  package var declared: CommunityOrigin?
  package var diagnostics: [Diagnostic] = []
}

/// Reads `Content/communities/<slug>.md`; with an error in it, what it declares is not to be used: a
/// pseudonym that was made without the list of staff cannot be taken back.
package func readCommunityOrigin(
  _ slug: String, _ fileSystem: any FileSystem
) -> CommunityOriginReading {
  var reading = CommunityOriginReading()
  // What is no path is no community either, as the import will say.
  guard let path = try? SitePath("\(SiteFolders.content)/communities/\(slug).md") else {
    return reading
  }
  do throws(FileError) {
    guard try fileSystem.entry(at: path) != nil else { return reading }
    let bytes = try fileSystem.read(path)
    let file = ContentFile<CommunityFile>.read(path, bytes, diagnostics: &reading.diagnostics)
    reading.declared = file.map { CommunityOrigin($0.fields) }
  } catch {
    reading.diagnostics.append(
      Diagnostic(
        SiteBuildCodes.unreadable, error.description,
        at: SourceLocation(file: error.path, line: 1)))
  }
  return reading
}

extension CommunityOrigin {
  fileprivate init(_ file: CommunityFile) {
    origin = file.origin?.text
    basis = file.basis?.value
    staff = Set(file.staff.map(\.value))
    bots = Set(file.bots.map(\.value))
  }
}

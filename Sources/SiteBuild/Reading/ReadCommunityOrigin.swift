package import Basics
internal import LinkDirectory

/// What a community's file tells an import: where the place is, who is staff and what is a program.
package struct CommunityOrigin: Sendable {
  package var origin: String?
  package var staff: Set<String>
  package var bots: Set<String>
}

/// Reads `Content/communities/<slug>.md`; nil when it is not there or cannot be read.
package func readCommunityOrigin(
  _ slug: String, _ fileSystem: any FileSystem
) -> CommunityOrigin? {
  guard let path = try? SitePath("\(SiteFolders.content)/communities/\(slug).md"),
    let bytes = try? fileSystem.read(path)
  else { return nil }
  var diagnostics: [Diagnostic] = []
  let file = ContentFile<CommunityFile>.read(path, bytes, diagnostics: &diagnostics)
  return file.map { file in
    CommunityOrigin(
      origin: file.fields.origin?.text, staff: Set(file.fields.staff.map(\.value)),
      bots: Set(file.fields.bots.map(\.value)))
  }
}

package import Basics
package import LinkDirectory

/// What a community's file says that the consent verbs want to know.
package struct ConsentCandidate: Sendable {
  package let slug: String
  package let name: String
  package let subject: ConsentSubject?
  package let place: WebAddress?
}

/// Every community file of a site, by file name; files that cannot be read are left to `build`.
package func readConsentCandidates(_ fileSystem: any FileSystem) -> [ConsentCandidate] {
  guard let folder = try? SitePath("\(SiteFolders.content)/communities"),
    let entries = try? fileSystem.entries(in: folder)
  else { return [] }
  return entries.filter { $0.path.fileExtension == "md" }.compactMap { entry in
    var ignored: [Diagnostic] = []
    guard let bytes = try? fileSystem.read(entry.path) else { return nil }
    let file = ContentFile<CommunityFile>.read(entry.path, bytes, diagnostics: &ignored)
    return file.map { file in
      ConsentCandidate(
        slug: file.slug, name: file.fields.name,
        subject: file.fields.subject.flatMap { ConsentSubject($0.value) },
        place: file.fields.origin)
    }
  }
}

/// Title and organisation of a site, for what is sent to others; nil where the settings cannot be read.
package func readSiteName(
  _ fileSystem: any FileSystem
) -> (title: String, organisation: String)? {
  var reader = SiteReader(fileSystem: fileSystem, lastDay: nil, cache: nil)
  return reader.readSettings().map { ($0.settings.title, $0.settings.organisation) }
}

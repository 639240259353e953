internal import Basics

extension SiteReader {
  /// The plain files of a folder; anything else in it but folders is reported. Editors mark the file that
  /// somebody works on with a hidden link beside it.
  mutating func files(
    in folder: String, deep: Bool = false, folders: Bool = false
  ) -> [FileEntry] {
    guard let path = try? SitePath(folder) else { return [] }
    return files(
      of: Result { () throws(FileError) in
        try deep ? fileSystem.walk(path) : fileSystem.entries(in: path)
      }, folders: folders)
  }

  /// The same of a folder that has been listed.
  mutating func files(
    of listing: Result<[FileEntry], FileError>, folders: Bool = false
  ) -> [FileEntry] {
    do throws(FileError) {
      let found = try listing.get()
      let plain = found.filter {
        ($0.kind == .file || folders && $0.kind == .folder) && !$0.path.name.hasPrefix(".")
      }
      for entry in found where !entry.path.name.hasPrefix(".") { refuseSpecial(entry) }
      return plain
    } catch {
      report(error)
      return []
    }
  }

  mutating func bytes(
    of path: SitePath, ifMissing code: DiagnosticCode = SiteBuildCodes.unreadable,
    fix: String? = nil
  ) -> [UInt8]? {
    do throws(FileError) {
      return try fileSystem.read(path)
    } catch {
      report(error, code, fix: fix)
      return nil
    }
  }

  /// A link may lead out of the site, to what nobody means to publish.
  private mutating func refuseSpecial(_ entry: FileEntry) {
    switch entry.kind {
    case .file, .folder: break
    case .symbolicLink:
      report(
        FileError("read", entry.path.text, reason: "a symbolic link, and links are not followed"),
        fix: "put what it leads to in its place")
    case .other:
      report(
        FileError("read", entry.path.text, reason: "not a plain file"),
        fix: "move it out of the site's folders")
    }
  }

  mutating func report(
    _ error: FileError, _ code: DiagnosticCode = SiteBuildCodes.unreadable, fix: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(code, error.description, at: SourceLocation(file: error.path, line: 1), fix: fix))
  }
}

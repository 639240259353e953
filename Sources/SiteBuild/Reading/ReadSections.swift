internal import Basics

/// Folders of content that are not listed.
extension SiteReader {
  /// The pages of all of them, sorted by path, read on all cores.
  mutating func readSections() -> [ContentFile<SectionPageFile>] {
    let paths = sectionFiles()
    let read = inParallel(paths.count) { [fileSystem] range in
      var reader = SectionReading()
      reader.read(paths[range], fileSystem)
      return [reader]
    }
    diagnostics += read.flatMap(\.diagnostics)
    return read.flatMap(\.files)
  }

  private mutating func sectionFiles() -> [SitePath] {
    let entries = files(in: SiteFolders.content, folders: true)
    warnOfPages(beside: entries)
    let folders = entries.filter { $0.kind == .folder && isSection($0.path) }
    let listings = inParallel(folders.count, by: 4) { [fileSystem] range in
      folders[range].map { folder in
        Result { () throws(FileError) in try fileSystem.walk(folder.path) }
      }
    }
    return listings.flatMap { markdown(files(of: $0)) }
  }

  private mutating func isSection(_ folder: SitePath) -> Bool {
    if ContentFolder(rawValue: folder.name) != nil { return false }
    if ReservedFolder(rawValue: folder.name) != nil { return false }
    let listed = ContentFolder.allCases.map(\.rawValue) + ReservedFolder.allCases.map(\.rawValue)
    if let near = suggestion(for: folder.name, among: listed) {
      diagnostics.append(
        Diagnostic(
          SiteBuildCodes.nearlyListedFolder,
          "`\(folder)` is no collection, so its files are plain pages",
          at: SourceLocation(file: folder.text, line: 1), severity: .warning, fix: near))
    }
    return true
  }
}

/// What one worker has read.
private struct SectionReading: Sendable {
  var files: [ContentFile<SectionPageFile>] = []
  var diagnostics: [Diagnostic] = []

  /// Files that follow one another mostly lie in one folder, which is opened once for them.
  mutating func read(_ paths: ArraySlice<SitePath>, _ fileSystem: any FileSystem) {
    var rest = paths
    while let folder = rest.first?.folder {
      let siblings = rest.prefix { $0.folder == folder }
      rest = rest.dropFirst(siblings.count)
      let contents = fileSystem.readEach(of: siblings.map(\.name), in: folder)
      for (path, content) in zip(siblings, contents) { take(path, content) }
    }
  }

  private mutating func take(_ path: SitePath, _ content: Result<[UInt8], FileError>) {
    do throws(FileError) {
      let bytes = try content.get()
      if let file = ContentFile<SectionPageFile>.read(path, bytes, diagnostics: &diagnostics) {
        files.append(file)
      }
    } catch {
      diagnostics.append(
        Diagnostic(
          SiteBuildCodes.unreadable, error.description,
          at: SourceLocation(file: error.path, line: 1)))
    }
  }
}

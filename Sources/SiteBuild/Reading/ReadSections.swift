internal import Basics
internal import Dispatch
internal import Synchronization

/// Folders of content that are not listed.
extension SiteReader {
  /// The pages of all of them, sorted by path, read on all cores.
  mutating func readSections() -> [ContentFile<SectionPageFile>] {
    let paths = sectionFiles()
    let size = 100
    let parts = Mutex([Int: SectionReading]())
    DispatchQueue.concurrentPerform(iterations: (paths.count + size - 1) / size) {
      [fileSystem] part in
      var reader = SectionReading()
      for path in paths[(part * size)..<min(paths.count, (part + 1) * size)] {
        reader.read(path, fileSystem)
      }
      let done = reader
      parts.withLock { $0[part] = done }
    }
    let read = parts.withLock { parts in parts.keys.sorted().compactMap { parts[$0] } }
    diagnostics += read.flatMap(\.diagnostics)
    return read.flatMap(\.files)
  }

  private mutating func sectionFiles() -> [SitePath] {
    files(in: SiteFolders.content, folders: true).filter { entry in
      entry.kind == .folder && isSection(entry.path)
    }.flatMap { entry in
      markdown(files(in: entry.path.text, deep: true))
    }
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

  mutating func read(_ path: SitePath, _ fileSystem: any FileSystem) {
    do throws(FileError) {
      let bytes = try fileSystem.read(path)
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

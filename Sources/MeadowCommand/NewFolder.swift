package import Basics
package import Starter

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A folder that is to become a site: new, or empty but for what belongs to git.
package struct NewFolder: Sendable {
  private let path: String

  /// Where everything is written first.
  private static let draft = ".meadow-new"
  /// What a site's maker may have put there before.
  private static let foreign: Set<String> = [".git", ".gitkeep", draft]

  /// Refuses a folder that holds anything, and whatever is no folder.
  package init(_ path: String) throws(NewFolderRefusal) {
    self.path = path
    // Below no name lies the root of the disk.
    if path.isEmpty { throw .noName }
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT { return }
      throw .disk(FileError("look at", path, reason: String(cString: strerror(errno))))
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder(path) }
    let found = try onDisk { () throws(FileError) in
      try DiskFileSystem(root: path).entries(in: .root).map(\.path.name)
    }.filter { !NewFolder.foreign.contains($0) }
    if !found.isEmpty { throw .notEmpty(path, holds: found) }
  }

  /// Writes the site beside its place and moves it there when it is whole; how many files it has.
  /// Whatever goes wrong, nothing of it stays.
  package func write(
    _ answers: StarterAnswers, on today: CalendarDay
  ) throws(NewFolderRefusal) -> Int {
    let made = try makeFolders(path + "/" + NewFolder.draft)
    do throws(NewFolderRefusal) {
      return try fill(answers, on: today)
    } catch {
      // Only tidiness; the error that is thrown says what went wrong.
      let site = DiskFileSystem(root: path)
      for name in NewFolder.written + [NewFolder.draft] {
        if let entry = try? SitePath(name) { try? site.remove(entry) }
      }
      for folder in made.reversed() { rmdir(folder) }
      throw error
    }
  }

  /// What is moved, the content last: with it, the folder is a site.
  private static let written = [".gitignore", "Content"]

  private func fill(
    _ answers: StarterAnswers, on today: CalendarDay
  ) throws(NewFolderRefusal) -> Int {
    let draft = DiskFileSystem(root: path + "/" + NewFolder.draft)
    try onDisk { () throws(FileError) in
      for entry in try draft.entries(in: .root) { try draft.remove(entry.path) }
    }
    do throws(StarterRefusal) {
      try writeStarterSite(answers, on: today, into: draft)
    } catch {
      switch error {
      case .disk(let error): throw .disk(error)
      case .finding(let finding): throw .findings([finding])
      case .findings(let found): throw .findings(found)
      }
    }
    return try onDisk { () throws(FileError) in
      let count = try draft.walk(.root).count
      let site = DiskFileSystem(root: path)
      for name in NewFolder.written {
        try site.move(try entry("\(NewFolder.draft)/\(name)"), to: try entry(name))
      }
      try site.remove(try entry(NewFolder.draft))
      return count
    }
  }
}

private func entry(_ name: String) throws(FileError) -> SitePath {
  do throws(SitePathError) {
    return try SitePath(name)
  } catch {
    throw FileError("name", name, reason: error.description)
  }
}

private func onDisk<Result>(
  _ body: () throws(FileError) -> Result
) throws(NewFolderRefusal) -> Result {
  do throws(FileError) {
    return try body()
  } catch {
    throw .disk(error)
  }
}

/// Makes a folder and those it lies in; the ones that were not there before.
private func makeFolders(_ path: String) throws(NewFolderRefusal) -> [String] {
  var made: [String] = []
  var folder = path.hasPrefix("/") ? "/" : ""
  for part in path.split(separator: "/") {
    folder += part
    if mkdir(folder, 0o777) == 0 {
      made.append(folder)
    } else if errno != EEXIST {
      let reason = String(cString: strerror(errno))
      for folder in made.reversed() { rmdir(folder) }
      throw .disk(FileError("make the folder", folder, reason: reason))
    }
    folder += "/"
  }
  return made
}

internal import ArgumentParser
internal import Basics

/// A file that somebody captured, anywhere on this machine.
enum CapturedFile {
  /// Consent is a page of text, not a film.
  static let largest = 1 << 20

  static func isThere(_ path: String) -> Bool {
    guard let (disk, name) = place(path), let file = try? SitePath(name) else { return false }
    return (try? disk.entry(at: file))?.kind == .file
  }

  static func read(_ path: String) throws -> [UInt8] {
    guard let (disk, name) = place(path) else { throw ValidationError("`\(path)` is no file") }
    do {
      let file = try SitePath(name)
      guard let entry = try disk.entry(at: file), entry.size <= largest else {
        throw ValidationError("`\(path)` is not there, or is larger than a mebibyte")
      }
      return try disk.read(file)
    } catch let error as FileError {
      throw ValidationError(error.description)
    } catch let error as SitePathError {
      throw ValidationError(error.description)
    }
  }

  /// The folder it lies in and its name there.
  static func place(_ path: String) -> (disk: DiskFileSystem, name: String)? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true)
    guard let name = parts.last else { return nil }
    let folder = parts.dropLast().joined(separator: "/")
    let root =
      (path.hasPrefix("/") ? "/" : "") + (folder.isEmpty && !path.hasPrefix("/") ? "." : folder)
    return (DiskFileSystem(root: root), String(name))
  }
}

internal import ArgumentParser
internal import Basics

/// A file that somebody captured, anywhere on this machine.
enum CapturedFile {
  /// Consent is a page of text, not a film.
  static let largest = 1 << 20

  static func read(_ path: String) throws -> [UInt8] {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true)
    guard let name = parts.last else { throw ValidationError("`\(path)` is no file") }
    let folder = parts.dropLast().joined(separator: "/")
    let root =
      (path.hasPrefix("/") ? "/" : "") + (folder.isEmpty && !path.hasPrefix("/") ? "." : folder)
    do {
      let disk = DiskFileSystem(root: root)
      let file = try SitePath(String(name))
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
}

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

extension OutputFolder {
  /// Refuses a folder that the build of a site reads, and one in it: what is written there would be
  /// read as content by the next build, or lie beside what is private.
  package func stayOut(of site: String) throws(PublishError) {
    guard let own = wholePath(path) else { return }
    for input in [SiteFolders.content, SiteFolders.templates, SiteFolders.own] {
      guard let other = wholePath("\(site)/\(input)") else { continue }
      if own == other || own.hasPrefix(other + "/") {
        throw .insideInput(folder: path, input: input)
      }
    }
  }
}

/// The path on the disk, links resolved as far as there are folders; nil where that cannot be told.
private func wholePath(_ path: String) -> String? {
  if let real = realpath(path, nil) {
    defer { free(real) }
    return String(cString: real)
  }
  guard let missing = try? OutputFolder(path), let above = wholePath(missing.parent) else {
    return nil
  }
  return above == "/" ? "/\(missing.name)" : "\(above)/\(missing.name)"
}

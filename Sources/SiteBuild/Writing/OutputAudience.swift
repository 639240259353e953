#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

extension OutputFolder {
  /// Refuses to write an edition over one for others, and the internal one into a folder inside of a
  /// public one: what is served to everybody must never hold what is for colleagues, not even for a
  /// moment.
  package func admit(_ audience: Audience) throws(PublishError) {
    try admit(audience, at: path)
    guard audience == .colleagues else { return }
    var above = realPath(parent)
    while let folder = above {
      try admit(audience, at: folder)
      above = folder == "/" ? nil : realPath(folder + "/..")
    }
  }

  /// Whether two paths name one folder, which need not be there yet.
  package func isSame(as other: OutputFolder) -> Bool {
    name == other.name && realPath(parent) == realPath(other.parent)
  }

  private func admit(_ audience: Audience, at path: String) throws(PublishError) {
    let calls = KernelCalls()
    let folder: OpenFolder
    do {
      folder = try calls.openFolder(at: path)
    } catch {
      if case .disk(_, _, ENOENT) = error { return }
      throw error
    }
    defer { calls.close(folder) }
    guard try calls.entry(at: OutputManifest.path, in: folder) != nil else { return }
    let isInternal = try calls.entry(at: RawPath(Audience.mark), in: folder) != nil
    if isInternal != (audience == .colleagues) {
      throw .otherAudience(folder: path, holds: isInternal ? .colleagues : .everybody)
    }
  }
}

/// nil for a folder that is not there yet.
private func realPath(_ path: String) -> String? {
  guard let real = realpath(path, nil) else { return nil }
  defer { free(real) }
  return String(cString: real)
}

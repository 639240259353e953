#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

extension OutputFolder {
  /// Refuses to write an edition over one for others: a folder that is served to everybody must
  /// never hold what is for colleagues, not even for a moment.
  package func admit(_ audience: Audience) throws(PublishError) {
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
    let isInternal = try calls.entry(at: RawPath("\(Audience.mark)"), in: folder) != nil
    if isInternal != (audience == .colleagues) {
      throw .otherAudience(folder: path, holds: isInternal ? .colleagues : .everybody)
    }
  }
}

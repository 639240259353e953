internal import Basics
internal import CommunityData
internal import SiteBuild

/// What earlier runs worked out about a site, `.meadow/cache`; written only by whoever holds the
/// site's lock, read by anybody.
struct SiteCache: ~Copyable {
  private let lock: SiteLock?
  let folder: CacheFolder?

  /// For a command that needs no lock itself: takes it when it is free, until the value goes.
  init(of disk: DiskFileSystem) {
    let isSite = (try? SitePath(SiteFolders.settings)).flatMap { try? disk.entry(at: $0) } != nil
    lock = isSite ? try? SiteLock(site: disk.root) : nil
    folder = SiteCache.folder(of: disk, isWritable: lock != nil)
  }

  /// For a command that holds the lock.
  static func folder(of disk: DiskFileSystem, holding lock: borrowing SiteLock) -> CacheFolder? {
    folder(of: disk, isWritable: true)
  }

  private static func folder(of disk: DiskFileSystem, isWritable: Bool) -> CacheFolder? {
    CacheFolder(of: disk, engine: ProgramIdentity.text, isWritable: isWritable)
  }
}

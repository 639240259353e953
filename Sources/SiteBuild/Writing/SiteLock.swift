#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The right to build a site: held from before the content is read until the edition is in place.
///
/// The kernel keeps the lock and drops it when its holder dies, so a stale `.meadow/lock` hinders
/// nobody. The file tells who holds it.
package struct SiteLock: ~Copyable {
  private let descriptor: Int32

  /// Locks the site in a folder, or throws ``PublishError/locked(path:holder:)``.
  package init(site: String) throws(PublishError) {
    let path = site + "/.meadow/lock"
    let lock = try openLock(in: site)
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      let number = errno
      let holder = holderText(of: lock)
      _ = close(lock)
      if number == EWOULDBLOCK { throw .locked(path: path, holder: holder) }
      throw .disk(action: "lock", path: path, number: number)
    }
    descriptor = lock
    let holder = Array("pid \(getpid()) on \(hostName())\n".utf8)
    // Only told to whoever has to wait; a full disk must not keep anybody from building.
    _ = ftruncate(lock, 0)
    _ = pwrite(lock, holder, holder.count, 0)
  }

  deinit {
    _ = ftruncate(descriptor, 0)
    _ = close(descriptor)
  }
}

private func openLock(in site: String) throws(PublishError) -> Int32 {
  let root = open(site, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard root >= 0 else { throw .disk(action: "open the folder", path: site, number: errno) }
  defer { _ = close(root) }
  _ = mkdirat(root, ".meadow", 0o777)
  let folder = openat(root, ".meadow", O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
  guard folder >= 0 else {
    throw .disk(action: "open the folder", path: site + "/.meadow", number: errno)
  }
  defer { _ = close(folder) }
  let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
  let lock = openat(folder, "lock", flags, 0o666)
  guard lock >= 0 else {
    throw .disk(action: "open", path: site + "/.meadow/lock", number: errno)
  }
  return lock
}

private func holderText(of lock: Int32) -> String {
  var bytes = [UInt8](repeating: 0, count: 300)
  let count = pread(lock, &bytes, bytes.count, 0)
  let line = bytes.prefix(max(0, count)).prefix { $0 >= 0x20 && $0 != 0x7F }
  return line.isEmpty ? "an unnamed holder" : String(decoding: line, as: UTF8.self)
}

private func hostName() -> String {
  var bytes = [CChar](repeating: 0, count: 257)
  // The last byte stays zero, whatever the length of the name.
  let done = gethostname(&bytes, bytes.count - 1)
  let name = bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
  return done != 0 || name.isEmpty ? "this machine" : String(decoding: name, as: UTF8.self)
}

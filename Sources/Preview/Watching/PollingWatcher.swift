#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Looks at sizes and times again and again: for systems that tell of no changes.
package struct PollingWatcher: FileWatcher {
  private let folders: [String]
  private let pause: Duration
  private var seen: [String: Stamp]

  /// Folders that are missing are looked for too.
  package init(folders: [String], every pause: Duration = .milliseconds(300)) {
    self.folders = folders
    self.pause = pause
    seen = stamps(of: folders)
  }

  package mutating func waitForChange(atMost limit: Duration) -> Bool {
    let end = ContinuousClock.now + limit
    while ContinuousClock.now < end {
      rest(for: pause)
      if settle() { return true }
    }
    return false
  }

  /// Whether something changed; waits until two looks agree.
  private mutating func settle() -> Bool {
    var now = stamps(of: folders)
    guard now != seen else { return false }
    repeat {
      seen = now
      rest(for: settlingTime)
      now = stamps(of: folders)
    } while now != seen
    return true
  }
}

/// What tells that a file was written again.
private struct Stamp: Equatable {
  var size: Int64
  var seconds: Int
  var nanoseconds: Int
  var inode: UInt64
}

private func rest(for time: Duration) {
  let parts = time.components
  usleep(UInt32(parts.seconds * 1_000_000 + parts.attoseconds / 1_000_000_000_000))
}

private func stamps(of folders: [String]) -> [String: Stamp] {
  var found: [String: Stamp] = [:]
  for folder in folders { collect(folder, into: &found) }
  return found
}

private func collect(_ folder: String, into found: inout [String: Stamp]) {
  for name in names(in: folder) where !isPassing(name) {
    let path = "\(folder)/\(name)"
    var status = stat()
    guard lstat(path, &status) == 0 else { continue }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: collect(path, into: &found)
    case S_IFREG: found[path] = Stamp(status)
    default: break
    }
  }
}

extension Stamp {
  fileprivate init(_ status: stat) {
    size = Int64(status.st_size)
    inode = UInt64(status.st_ino)
    #if canImport(Glibc)
      seconds = status.st_mtim.tv_sec
      nanoseconds = status.st_mtim.tv_nsec
    #else
      seconds = status.st_mtimespec.tv_sec
      nanoseconds = status.st_mtimespec.tv_nsec
    #endif
  }
}

/// The entries of a folder but itself and the one above; none where it cannot be read.
func names(in folder: String) -> [String] {
  guard let stream = opendir(folder) else { return [] }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { buffer in
      String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names
}

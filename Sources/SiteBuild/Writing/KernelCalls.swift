package import Basics
internal import CFileSystem

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The real disk. Files and folders get the permissions the umask leaves them.
package struct KernelCalls: DiskCalls {
  package init() {}

  package func openFolder(at path: String) throws(PublishError) -> OpenFolder {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw fault("open the folder", path) }
    return OpenFolder(descriptor: descriptor, path: path)
  }

  package func openFolder(
    _ path: RawPath, in folder: OpenFolder
  ) throws(PublishError) -> OpenFolder {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    let descriptor = openat(folder.descriptor, path.cString, flags)
    guard descriptor >= 0 else { throw fault("open the folder", path, folder) }
    return OpenFolder(descriptor: descriptor, path: folder.naming(path))
  }

  package func close(_ folder: OpenFolder) {
    closeFile(folder.descriptor)
  }

  package func entry(
    at path: RawPath, in folder: OpenFolder
  ) throws(PublishError) -> DiskEntry? {
    var status = stat()
    guard fstatat(folder.descriptor, path.cString, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw fault("look at", path, folder)
    }
    return DiskEntry(path, status)
  }

  package func makeFolder(_ path: RawPath, in folder: OpenFolder) throws(PublishError) {
    guard mkdirat(folder.descriptor, path.cString, 0o777) == 0 else {
      throw fault("make the folder", path, folder)
    }
  }

  package func setMode(
    _ mode: UInt32, of path: RawPath, in folder: OpenFolder
  ) throws(PublishError) {
    let opened = try openFolder(path, in: folder)
    defer { close(opened) }
    guard fchmod(opened.descriptor, mode_t(mode)) == 0 else {
      throw fault("set the permissions of", path, folder)
    }
  }

  package func link(
    _ path: RawPath, from source: OpenFolder, to target: OpenFolder
  ) throws(PublishError) {
    let done = linkat(source.descriptor, path.cString, target.descriptor, path.cString, 0)
    guard done == 0 else { throw fault("link", path, source) }
  }

  package func rename(
    _ path: RawPath, to newPath: RawPath, in folder: OpenFolder
  ) throws(PublishError) {
    let done = renameat(folder.descriptor, path.cString, folder.descriptor, newPath.cString)
    guard done == 0 else { throw fault("put in place", newPath, folder) }
  }

  package func exchange(
    _ one: RawPath, _ other: RawPath, in folder: OpenFolder
  ) throws(PublishError) {
    let done = cfs_exchange(folder.descriptor, one.cString, other.cString)
    guard done == 0 else { throw fault("exchange", other, folder) }
  }

  package func remove(
    _ path: RawPath, _ kind: FileEntry.Kind, in folder: OpenFolder
  ) throws(PublishError) {
    let flags = kind == .folder ? AT_REMOVEDIR : 0
    guard unlinkat(folder.descriptor, path.cString, flags) == 0 || errno == ENOENT else {
      throw fault("remove", path, folder)
    }
  }

  package func sync(_ folder: OpenFolder) throws(PublishError) {
    // Some network file systems do not know fsync on folders and keep names safe themselves.
    guard fsync(folder.descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else {
      throw .disk(action: "sync", path: folder.path, number: errno)
    }
  }

  package func syncFileSystem(of folder: OpenFolder) throws(PublishError) {
    let done = cfs_sync_file_system(folder.descriptor)
    guard done == 0 || errno == ENOTSUP else {
      throw .disk(action: "sync", path: folder.path, number: errno)
    }
  }
}

/// Since 1970.
private func nanoseconds(_ time: timespec) -> Int64 {
  Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
}

/// The C function `close`, which a method of the same name hides.
@discardableResult
func closeFile(_ descriptor: Int32) -> Int32 { close(descriptor) }

/// The error of the call that just failed, told with the path from the user's folder.
func fault(_ action: String, _ path: RawPath, _ folder: OpenFolder) -> PublishError {
  .disk(action: action, path: folder.naming(path), number: errno)
}

/// The error of the call that just failed.
func fault(_ action: String, _ path: String) -> PublishError {
  .disk(action: action, path: path, number: errno)
}

extension DiskEntry {
  init(_ path: RawPath, _ status: stat) {
    #if canImport(Darwin)
      let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (modified, changed) = (status.st_mtim, status.st_ctim)
    #endif
    let kind: FileEntry.Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .symbolicLink
      default: .other
      }
    self.init(
      path: path, kind: kind, size: Int(status.st_size),
      modified: nanoseconds(modified), changed: nanoseconds(changed),
      inode: UInt64(status.st_ino),
      device: UInt64(truncatingIfNeeded: status.st_dev),
      mode: UInt32(status.st_mode) & 0o7777)
  }
}

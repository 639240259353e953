import Basics
import Foundation
import SiteBuild
import Synchronization

/// The real disk, until its nth call.
///
/// A class, since the count goes on through all copies.
final class FailingCalls: DiskCalls {
  enum Manner: CaseIterable {
    /// One call fails, as on a disk that is full for a moment.
    case once
    /// No call succeeds any more, as when the program is killed: it cannot tidy up either.
    case forGood
  }

  private let disk = KernelCalls()
  private let last: Int
  private let manner: Manner
  private let number: Int32
  private let count = Mutex(0)

  init(at last: Int, _ manner: Manner, errno number: Int32 = ENOSPC) {
    self.last = last
    self.manner = manner
    self.number = number
  }

  /// Whether the nth call was reached.
  var hasFailed: Bool { count.withLock { $0 >= last } }

  private func pass(_ action: String, _ path: RawPath) throws(PublishError) {
    let now = count.withLock { count in
      count += 1
      return count
    }
    guard now < last || now > last && manner == .once else {
      throw .disk(action: action, path: path.description, number: number)
    }
  }

  func openFolder(at path: String) throws(PublishError) -> OpenFolder {
    try pass("open the folder", RawPath(path))
    return try disk.openFolder(at: path)
  }

  func openFolder(_ path: RawPath, in folder: OpenFolder) throws(PublishError) -> OpenFolder {
    try pass("open the folder", path)
    return try disk.openFolder(path, in: folder)
  }

  func close(_ folder: OpenFolder) { disk.close(folder) }

  func entries(in folder: OpenFolder) throws(PublishError) -> [DiskEntry] {
    try pass("list", RawPath(folder.path))
    return try disk.entries(in: folder)
  }

  func entry(at path: RawPath, in folder: OpenFolder) throws(PublishError) -> DiskEntry? {
    try pass("look at", path)
    return try disk.entry(at: path, in: folder)
  }

  func read(_ path: RawPath, in folder: OpenFolder) throws(PublishError) -> [UInt8] {
    try pass("read", path)
    return try disk.read(path, in: folder)
  }

  func holds(
    _ bytes: [UInt8], at path: RawPath, in folder: OpenFolder
  ) throws(PublishError) -> Bool {
    try pass("read", path)
    return try disk.holds(bytes, at: path, in: folder)
  }

  func create(_ path: RawPath, in folder: OpenFolder, _ bytes: [UInt8]) throws(PublishError) {
    do {
      try pass("write", path)
    } catch {
      // The call that fails first leaves half a file; after it nothing reaches the disk.
      if count.withLock({ $0 == last }) {
        try disk.create(path, in: folder, Array(bytes.prefix(bytes.count / 2)))
      }
      throw error
    }
    try disk.create(path, in: folder, bytes)
  }

  func makeFolder(_ path: RawPath, in folder: OpenFolder) throws(PublishError) {
    try pass("make the folder", path)
    try disk.makeFolder(path, in: folder)
  }

  func setMode(_ mode: UInt32, of path: RawPath, in folder: OpenFolder) throws(PublishError) {
    try pass("set the permissions of", path)
    try disk.setMode(mode, of: path, in: folder)
  }

  func link(
    _ path: RawPath, from source: OpenFolder, to target: OpenFolder
  ) throws(PublishError) {
    try pass("link", path)
    try disk.link(path, from: source, to: target)
  }

  func copy(
    _ path: RawPath, from source: OpenFolder, to target: OpenFolder
  ) throws(PublishError) {
    try pass("copy", path)
    try disk.copy(path, from: source, to: target)
  }

  func rename(
    _ path: RawPath, to newPath: RawPath, in folder: OpenFolder
  ) throws(PublishError) {
    try pass("put in place", newPath)
    try disk.rename(path, to: newPath, in: folder)
  }

  func exchange(_ one: RawPath, _ other: RawPath, in folder: OpenFolder) throws(PublishError) {
    try pass("exchange", other)
    try disk.exchange(one, other, in: folder)
  }

  func remove(
    _ path: RawPath, _ kind: FileEntry.Kind, in folder: OpenFolder
  ) throws(PublishError) {
    try pass("remove", path)
    try disk.remove(path, kind, in: folder)
  }

  func sync(_ folder: OpenFolder) throws(PublishError) {
    try pass("sync", RawPath(folder.path))
    try disk.sync(folder)
  }

  func syncFileSystem(of folder: OpenFolder) throws(PublishError) {
    try pass("sync", RawPath(folder.path))
    // The whole machine would have to wait for each of a thousand runs.
    try disk.sync(folder)
  }
}

import Basics
import Foundation
import SiteBuild

/// The real disk with a file system that cannot do everything, or that others write to, too.
struct LimitedCalls: DiskCalls {
  /// Whether two folders can change names.
  var exchanges = true
  /// Whether files can have hard links.
  var links = true
  /// Whether a folder can be made beside the output.
  var foldersBeside = true
  /// A file that somebody puts into the folder beside the output while it is being removed.
  var latecomer: String?
  /// A file into which somebody writes `theirs` when it has been compared or put in its place.
  var meddled: String?

  private let disk = KernelCalls()

  init(
    exchanges: Bool = true, links: Bool = true, foldersBeside: Bool = true,
    latecomer: String? = nil, meddled: String? = nil
  ) {
    self.foldersBeside = foldersBeside
    self.exchanges = exchanges
    self.links = links
    self.latecomer = latecomer
    self.meddled = meddled
  }

  private func meddle(with path: RawPath, in folder: OpenFolder) {
    guard path.description == meddled else { return }
    let file = FileHandle(forWritingAtPath: "\(folder.path)/\(path)")
    try? file?.write(contentsOf: Data("theirs".utf8))
    try? file?.close()
  }

  func openFolder(at path: String) throws(PublishError) -> OpenFolder {
    try disk.openFolder(at: path)
  }
  func openFolder(_ path: RawPath, in folder: OpenFolder) throws(PublishError) -> OpenFolder {
    try disk.openFolder(path, in: folder)
  }
  func close(_ folder: OpenFolder) { disk.close(folder) }
  func entries(in folder: OpenFolder) throws(PublishError) -> [DiskEntry] {
    try disk.entries(in: folder)
  }
  func entry(at path: RawPath, in folder: OpenFolder) throws(PublishError) -> DiskEntry? {
    try disk.entry(at: path, in: folder)
  }
  func read(_ path: RawPath, in folder: OpenFolder) throws(PublishError) -> [UInt8] {
    try disk.read(path, in: folder)
  }
  func holds(
    _ bytes: [UInt8], at path: RawPath, in folder: OpenFolder
  ) throws(PublishError) -> Bool {
    let same = try disk.holds(bytes, at: path, in: folder)
    meddle(with: path, in: folder)
    return same
  }
  func create(_ path: RawPath, in folder: OpenFolder, _ bytes: [UInt8]) throws(PublishError) {
    try disk.create(path, in: folder, bytes)
  }
  func makeFolder(_ path: RawPath, in folder: OpenFolder) throws(PublishError) {
    if !foldersBeside, path.description == ".Output.next" {
      throw .disk(action: "make the folder", path: folder.naming(path), number: EACCES)
    }
    try disk.makeFolder(path, in: folder)
  }
  func setMode(_ mode: UInt32, of path: RawPath, in folder: OpenFolder) throws(PublishError) {
    try disk.setMode(mode, of: path, in: folder)
  }
  func link(
    _ path: RawPath, from source: OpenFolder, to target: OpenFolder
  ) throws(PublishError) {
    guard links else { throw .disk(action: "link", path: path.description, number: EPERM) }
    try disk.link(path, from: source, to: target)
  }
  func copy(
    _ path: RawPath, from source: OpenFolder, to target: OpenFolder
  ) throws(PublishError) {
    try disk.copy(path, from: source, to: target)
  }
  func rename(
    _ path: RawPath, to newPath: RawPath, in folder: OpenFolder
  ) throws(PublishError) {
    try disk.rename(path, to: newPath, in: folder)
    meddle(with: newPath, in: folder)
  }
  func exchange(_ one: RawPath, _ other: RawPath, in folder: OpenFolder) throws(PublishError) {
    guard exchanges else {
      throw .disk(action: "exchange", path: other.description, number: EINVAL)
    }
    try disk.exchange(one, other, in: folder)
  }
  func remove(
    _ path: RawPath, _ kind: FileEntry.Kind, in folder: OpenFolder
  ) throws(PublishError) {
    if let latecomer, kind == .file, folder.path.hasSuffix(".Output.next") {
      _ = FileManager.default.createFile(atPath: "\(folder.path)/\(latecomer)", contents: nil)
    }
    try disk.remove(path, kind, in: folder)
  }
  func sync(_ folder: OpenFolder) throws(PublishError) { try disk.sync(folder) }
  func syncFileSystem(of folder: OpenFolder) throws(PublishError) { try disk.sync(folder) }
}

package import Basics
internal import Synchronization

/// A folder in memory that can be told to fail at its nth call.
///
/// A class, since tests look at it after the code under test wrote to it.
package final class MemoryFileSystem: FileSystem {
  private struct State {
    var files: [SitePath: [UInt8]]
    var callsUntilFailure: Int?
  }

  private let state: Mutex<State>

  /// `["Content/site.yaml": "title: T"]`; `failingAtCall: 3` lets two calls pass.
  package init(_ files: [String: String] = [:], failingAtCall: Int? = nil) {
    var stored: [SitePath: [UInt8]] = [:]
    for (path, text) in files {
      if let path = try? SitePath(path) { stored[path] = Array(text.utf8) }
    }
    state = Mutex(State(files: stored, callsUntilFailure: failingAtCall))
  }

  /// All files as texts, by path.
  package var texts: [String: String] {
    state.withLock { state in
      Dictionary(
        uniqueKeysWithValues: state.files.map {
          ($0.key.text, String(decoding: $0.value, as: UTF8.self))
        }
      )
    }
  }

  package func read(_ path: SitePath) throws(FileError) -> [UInt8] {
    try count("read", path)
    guard let bytes = state.withLock({ $0.files[path] }) else {
      throw FileError("read", path.text, reason: "No such file or directory")
    }
    return bytes
  }

  package func entries(in folder: SitePath) throws(FileError) -> [FileEntry] {
    try count("list", folder)
    let files = state.withLock { $0.files }
    var found: [SitePath: FileEntry] = [:]
    for (path, bytes) in files where path.isInside(folder) {
      let depth = folder.parts.count
      var child = path
      while child.parts.count > depth + 1 { child = child.folder }
      found[child] = FileEntry(
        path: child, kind: child == path ? .file : .folder,
        size: child == path ? bytes.count : 0)
    }
    return found.values.sorted { $0.path < $1.path }
  }

  package func entry(at path: SitePath) throws(FileError) -> FileEntry? {
    try count("look at", path)
    let files = state.withLock { $0.files }
    if let bytes = files[path] { return FileEntry(path: path, kind: .file, size: bytes.count) }
    let isFolder = files.keys.contains { $0.isInside(path) }
    return isFolder ? FileEntry(path: path, kind: .folder, size: 0) : nil
  }

  package func write(_ bytes: [UInt8], to path: SitePath) throws(FileError) {
    try count("write", path)
    state.withLock { $0.files[path] = bytes }
  }

  package func read(
    _ path: SitePath, from offset: Int, count length: Int
  ) throws(FileError) -> [UInt8] {
    Array(try read(path).dropFirst(offset).prefix(length))
  }

  package func append(_ bytes: [UInt8], to path: SitePath) throws(FileError) {
    try count("write", path)
    state.withLock { $0.files[path, default: []] += bytes }
  }

  package func synchronize(_ path: SitePath) throws(FileError) {
    try count("write", path)
  }

  package func move(_ path: SitePath, to target: SitePath) throws(FileError) {
    try count("move", path)
    let isTaken = state.withLock { state in
      if state.files.keys.contains(where: { $0.isInside(target) }) { return true }
      for (old, bytes) in state.files where old == path || old.isInside(path) {
        state.files[old] = nil
        let rest = old.text.dropFirst(path.text.utf8.count)
        if let new = try? SitePath(target.text + rest) { state.files[new] = bytes }
      }
      return false
    }
    if isTaken { throw FileError("move", path.text, reason: "Directory not empty") }
  }

  package func remove(_ path: SitePath) throws(FileError) {
    try count("remove", path)
    state.withLock { state in
      state.files = state.files.filter { $0.key != path && !$0.key.isInside(path) }
    }
  }

  private func count(_ action: String, _ path: SitePath) throws(FileError) {
    let fails = state.withLock { state in
      guard let left = state.callsUntilFailure else { return false }
      state.callsUntilFailure = left - 1
      return left == 1
    }
    if fails { throw FileError(action, path.text, reason: "No space left on device") }
  }
}

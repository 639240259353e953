internal import Basics
internal import Crypto

/// Sorted runs of lines on the disk, for snapshots that are larger than memory should be.
///
/// Writing is asked for in the middle of an import that cannot fail there: the first failure is kept
/// until the runs are read.
struct LineSpill {
  private let folder: SitePath?
  private let fileSystem: any FileSystem
  private(set) var runs = 0
  private var error: FileError?
  /// Of the first run, which may turn out to be all there is.
  private var digest = SHA256()

  /// Runs lie in a folder of their own beside the snapshot's.
  init(beside snapshot: SitePath, named name: String = "lines", in fileSystem: any FileSystem) {
    self.fileSystem = fileSystem
    do throws(SitePathError) {
      folder = try snapshot.folder.appending(".\(snapshot.name).\(name)")
    } catch {
      folder = nil
      self.error = FileError("write", snapshot.text, reason: error.description)
    }
  }

  /// Writes a run from pieces, or goes on with the newest; a new run's number is the count of runs
  /// before.
  mutating func write(
    goingOn: Bool = false,
    _ pieces: (_ write: ([UInt8]) throws(FileError) -> Void) throws(FileError) -> Void
  ) {
    if error != nil { return }
    do throws(FileError) {
      // What a killed import left must not be taken for a run of this one.
      if runs == 0, let folder { try fileSystem.remove(folder) }
      let number = goingOn ? runs - 1 : runs
      let path = try path(ofRun: number)
      let fileSystem = fileSystem
      var digest = digest
      try pieces { piece throws(FileError) in
        try fileSystem.append(piece, to: path)
        if number == 0 { digest.update(data: piece) }
      }
      self.digest = digest
      runs = number + 1
    } catch {
      self.error = error
    }
  }

  /// Writes to another file beside the runs.
  mutating func alsoWrite(
    _ name: String, _ body: (SitePath, any FileSystem) throws(FileError) -> Void
  ) {
    if error != nil { return }
    do throws(FileError) {
      try body(try path(of: name), fileSystem)
    } catch {
      self.error = error
    }
  }

  /// Fails when something could not be written.
  func check() throws(FileError) {
    if let error { throw error }
  }

  /// The only run as a file; nil when there is none, several, or it could not be written.
  func onlyRun() -> LineRunFile? {
    guard runs == 1, error == nil, let path = try? path(ofRun: 0) else { return nil }
    return LineRunFile(path: path, sha256: hexadecimal(digest.finalize()))
  }

  func readers() throws(FileError) -> [LineRun] {
    try check()
    var readers: [LineRun] = []
    for run in 0..<runs {
      readers.append(LineRun(path: try path(ofRun: run), fileSystem: fileSystem))
    }
    return readers
  }

  /// Removes all runs. Leftovers do no harm: reading skips them and the next import clears them.
  func remove() {
    if runs > 0 || error != nil, let folder { try? fileSystem.remove(folder) }
  }

  private func path(ofRun run: Int) throws(FileError) -> SitePath {
    try path(of: "\(run).ndjson")
  }

  private func path(of name: String) throws(FileError) -> SitePath {
    guard let folder, let path = try? folder.appending(name) else {
      throw FileError("write", name, reason: "not a path")
    }
    return path
  }
}

/// A run as it lies on the disk.
struct LineRunFile {
  let path: SitePath
  let sha256: String
}

/// Reads the lines of a run from its beginning to its end.
struct LineRun {
  let path: SitePath
  let fileSystem: any FileSystem
  private var buffer: [UInt8] = []
  /// Where the buffer begins in the file.
  private var start = 0

  init(path: SitePath, fileSystem: any FileSystem) {
    self.path = path
    self.fileSystem = fileSystem
  }

  /// Appends a line, given by its place in the file.
  mutating func append(_ line: Range<Int>, to output: inout [UInt8]) throws(FileError) {
    if line.lowerBound < start || line.upperBound > start + buffer.count {
      buffer = try fileSystem.read(path, from: line.lowerBound, count: max(1 << 20, line.count))
      start = line.lowerBound
    }
    guard line.upperBound <= start + buffer.count else {
      throw FileError("read", path.text, reason: "it is shorter than it was written")
    }
    output.append(contentsOf: buffer[line.lowerBound - start..<line.upperBound - start])
  }
}

internal import Basics

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The files of an export as the user named them: plain files, folders, and archives that are read in
/// place. The edge where importing touches the disk.
struct ExportInput {
  private let sources: [ExportSource]
  private(set) var meter: ImportMeter
  /// What lies there and is not read.
  let passedOver: PassedOver

  init(paths: [String], meter: ImportMeter) throws(ImportError) {
    guard !paths.isEmpty else {
      throw ImportError(ImportersCodes.missingInput, "no file or folder was named")
    }
    var sources: [ExportSource] = []
    var passed = PassedOver()
    for path in paths { sources += try ExportSource.sources(at: path, &passed) }
    self.sources = sources
    passedOver = passed
    self.meter = meter
  }

  /// Names of the plain files and archives, for messages.
  var names: [String] { sources.map(\.name) }

  /// Whether the user named a file itself, so that its name need not tell what it is.
  var hasGivenFile: Bool { sources.contains { $0.isGiven && !$0.isContainer } }

  /// The same files, read without counting.
  var withoutMeter: ExportInput {
    var copy = self
    copy.meter = ImportMeter { _ in }
    return copy
  }

  /// Whether it can be read but once.
  var isStream: Bool { sources.contains { $0.path == "/dev/stdin" } }

  /// Gives every file whose name is wanted to `body`, folders by name and archives as they are
  /// stored; the names are paths inside the export. With `orGiven` also those that the user named.
  func forEachFile(
    where isWanted: (String) -> Bool, orGiven takesGiven: Bool = false,
    _ body: (String, ByteStream) throws(ImportError) -> Void
  ) throws(ImportError) {
    for source in sources {
      if source.isArchive {
        let archive = try ArchiveReader(source, meter: meter)
        while let name = try archive.nextFile() {
          if isWanted(name) || takesGiven && source.isGiven && archive.isLoneFile {
            try body(name, ByteStream { () throws(ImportError) in try archive.read() })
          }
        }
      } else if isWanted(source.name) || takesGiven && source.isGiven {
        try readPlain(source, body)
      }
    }
  }

  /// The names of all files, without reading them.
  func listFiles(_ body: (String) -> Void) throws(ImportError) {
    for source in sources {
      guard source.isArchive else {
        body(source.name)
        continue
      }
      let archive = try ArchiveReader(source, meter: ImportMeter { _ in })
      while let name = try archive.nextFile() { body(name) }
    }
  }

  /// Tells the meter what there is to read in one pass.
  func announce(where isWanted: (String) -> Bool) {
    for source in sources where source.isArchive || source.isGiven || isWanted(source.name) {
      meter.expect(source.size)
    }
  }

  private func readPlain(
    _ source: ExportSource, _ body: (String, ByteStream) throws(ImportError) -> Void
  ) throws(ImportError) {
    // The user's own path may lead through links; what lies in a folder was checked to be a file.
    let descriptor = open(source.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw source.failure(String(cString: strerror(errno))) }
    defer { _ = close(descriptor) }
    let meter = meter
    let stream = ByteStream { () throws(ImportError) in
      var count = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
        count = readFile(descriptor, UnsafeMutableRawBufferPointer(buffer))
        filled = max(0, count)
      }
      guard count >= 0 else { throw source.failure(String(cString: strerror(errno))) }
      meter.addBytes(count)
      return chunk.isEmpty ? nil : chunk
    }
    try body(source.name, stream)
  }
}

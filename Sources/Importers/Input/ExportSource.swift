internal import Basics

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// One plain file of an export, or one archive.
struct ExportSource: Sendable {
  /// On the disk, as the user gave it or below the folder they gave.
  var path: String
  /// Inside the export: `archives/arabic.tsv`.
  var name: String
  var size: Int
  var isArchive: Bool
  /// Whether the user named the file itself, so that it is meant whatever its name.
  var isGiven = false

  /// Whether its name says that it holds several files.
  var isContainer: Bool {
    let lower = name.lowercased()
    return [".zip", ".tar", ".tgz", ".7z"].contains { lower.hasSuffix($0) }
      || lower.contains(".tar.")
  }

  /// What the user types for what another program writes into this one.
  static let standardInput = "-"

  /// Folders deeper than this are not searched.
  static let deepestFolder = 16

  func failure(_ reason: String) -> ImportError {
    ImportError(ImportersCodes.missingInput, "cannot read \(path): \(reason)")
  }

  /// What a path stands for: the file itself, or every plain file below a folder, by name.
  static func sources(
    at path: String, _ passed: inout PassedOver
  ) throws(ImportError) -> [ExportSource] {
    if path == standardInput { return [ExportSource()] }
    var status = stat()
    guard stat(path, &status) == 0 else {
      let reason = String(cString: strerror(errno))
      throw ImportError(ImportersCodes.missingInput, "cannot read \(path): \(reason)")
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      return try files(below: path, named: "", depth: 0, &passed)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw ImportError(ImportersCodes.missingInput, "cannot read \(path): not a file or folder")
    }
    let name = String(path.split(separator: "/").last ?? "")
    var source = ExportSource(path: path, name: name, size: Int(status.st_size))
    source.isGiven = true
    return [source]
  }

  /// Standard input, which may be compressed or an archive as well.
  private init() {
    path = "/dev/stdin"
    name = "standard input"
    size = 0
    isArchive = true
    isGiven = true
  }

  private init(path: String, name: String, size: Int) {
    self.path = path
    self.name = name
    self.size = size
    let endings = [".zip", ".tar", ".gz", ".tgz", ".7z", ".zst", ".xz", ".bz2"]
    isArchive = endings.contains { name.lowercased().hasSuffix($0) }
  }

  private static func files(
    below folder: String, named prefix: String, depth: Int, _ passed: inout PassedOver
  ) throws(ImportError) -> [ExportSource] {
    guard depth <= deepestFolder else {
      passed.deepFolders += 1
      return []
    }
    var found: [ExportSource] = []
    for name in try names(in: folder) where !isHidden(name) {
      var status = stat()
      guard lstat(folder + "/" + name, &status) == 0 else {
        passed.unreadable += 1
        continue
      }
      switch status.st_mode & S_IFMT {
      case S_IFDIR:
        found += try files(
          below: folder + "/" + name, named: prefix + name + "/", depth: depth + 1, &passed)
      case S_IFREG:
        found.append(
          ExportSource(
            path: folder + "/" + name, name: prefix + name, size: Int(status.st_size)))
      case S_IFLNK: passed.links += 1
      default: continue
      }
    }
    return found
  }

  /// Zulip's topics may be named `.22Slow.22.json`; what macOS leaves behind is `._name`.
  private static func isHidden(_ name: String) -> Bool {
    name.hasPrefix(".") && (name.hasPrefix("._") || !name.hasSuffix(".json"))
  }

  /// Sorted by bytes, so that every machine reads in the same order.
  private static func names(in folder: String) throws(ImportError) -> [String] {
    guard let stream = opendir(folder) else {
      let reason = String(cString: strerror(errno))
      throw ImportError(ImportersCodes.missingInput, "cannot read \(folder): \(reason)")
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let next = readdir(stream) {
      let name = withUnsafePointer(to: next.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

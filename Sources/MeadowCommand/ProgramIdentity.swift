#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Tells this very program from all others: whoever builds Meadow anew under the same version, or whose
/// system brings another libcmark, must not get what another build worked out.
enum ProgramIdentity {
  /// The version, with the program's file and those of the libraries it runs with, as far as the system
  /// tells them.
  static let text = ([MeadowVersion.text] + ([path] + libraries).compactMap(mark)).joined(
    separator: " ")

  /// A file's size, time and inode.
  private static func mark(of file: String) -> String? {
    var status = stat()
    guard stat(file, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return "\(status.st_size) \(time.tv_sec).\(time.tv_nsec) \(status.st_ino)"
  }

  private static var path: String {
    #if canImport(Darwin)
      var size: UInt32 = 4096
      var bytes = [CChar](repeating: 0, count: Int(size))
      let done = _NSGetExecutablePath(&bytes, &size)
      return done == 0
        ? String(decoding: bytes.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        : ""
    #else
      "/proc/self/exe"
    #endif
  }

  /// The files of shared libraries, in order.
  private static var libraries: [String] {
    #if canImport(Darwin)
      // Those of the system come with its version, in one file that has no names inside.
      return []
    #else
      guard let maps = fopen("/proc/self/maps", "r") else { return [] }
      var line: UnsafeMutablePointer<CChar>?
      var room = 0
      defer {
        free(line)
        fclose(maps)
      }
      var found: Set<String> = []
      while getline(&line, &room, maps) > 0, let line {
        // Range, rights, offset, device and inode stand before the file; data files may be mapped, too.
        let fields = String(cString: line).split(separator: " ", maxSplits: 5)
        guard fields.count == 6, fields[5].contains(".so") else { continue }
        found.insert(String(fields[5].prefix { $0 != "\n" }))
      }
      return found.sorted()
    #endif
  }
}

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Tells this very program from all others: whoever builds Meadow anew under the same version, or whose
/// system brings another libcmark, must not get what another build worked out.
package enum ProgramIdentity {
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
        if let file = library(mappedBy: String(cString: line)) { found.insert(file) }
      }
      return found.sorted()
    #endif
  }

  /// The shared library in a line of `/proc/self/maps`; nil where something else is mapped.
  ///
  /// `7f84233b8000-7f842340f000 r--p 00000000 fe:00 323409    /usr/lib/libcmark.so.0` →
  /// `/usr/lib/libcmark.so.0`
  package static func library(mappedBy line: String) -> String? {
    // Range, rights, offset, device and inode stand before the file, and as many blanks as make a
    // column of it; data files may be mapped, too.
    let fields = line.split(separator: " ", maxSplits: 5)
    guard fields.count == 6, fields[5].contains(".so") else { return nil }
    return String(fields[5].drop { $0 == " " }.prefix { $0 != "\n" })
  }
}

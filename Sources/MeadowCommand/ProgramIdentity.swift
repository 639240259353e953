#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Tells this very program from all others: whoever builds Meadow anew under the same version must not
/// get what another build worked out.
enum ProgramIdentity {
  /// The version, with size, time and inode of the program's file where the system tells it.
  static let text: String = {
    var status = stat()
    guard stat(path, &status) == 0 else { return MeadowVersion.text }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return "\(MeadowVersion.text) \(status.st_size) \(time.tv_sec).\(time.tv_nsec) \(status.st_ino)"
  }()

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
}

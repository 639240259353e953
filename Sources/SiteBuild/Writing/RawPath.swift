package import Basics

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A path below a folder in the bytes the disk has for it: names that others gave need not be
/// UTF-8, and two spellings of one letter are two names.
package struct RawPath: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// With the terminating zero, as system calls take it.
  let cString: [CChar]

  package init(_ path: SitePath) {
    cString = Array(path.text.utf8CString)
  }

  /// A name or path that holds no zero byte.
  package init(_ text: String) {
    cString = Array(text.utf8CString)
  }

  /// A name or path in its bytes; nil where one of them is zero.
  init?(bytes: some Sequence<UInt8>) {
    var cString = bytes.map { CChar(bitPattern: $0) }
    if cString.contains(0) { return nil }
    cString.append(0)
    self.cString = cString
  }

  /// The zero-terminated name at `bytes`.
  init(terminated bytes: UnsafeRawBufferPointer) {
    let length = bytes.firstIndex(of: 0) ?? bytes.count
    cString = bytes[..<length].map { CChar(bitPattern: $0) } + [0]
  }

  private init(cString: [CChar]) {
    self.cString = cString
  }

  /// `a/b` and `c` → `a/b/c`
  func appending(_ name: RawPath) -> RawPath {
    var joined = cString
    joined.reserveCapacity(cString.count + name.cString.count)
    joined[joined.count - 1] = RawPath.slash
    joined += name.cString
    return RawPath(cString: joined)
  }

  /// The folder it lies in, or nil at the top: `a/b/c` → `a/b`.
  var folder: RawPath? {
    cString.lastIndex(of: RawPath.slash).map { RawPath(cString: cString[..<$0] + [0]) }
  }

  /// Every folder it lies in, the nearest first: `a/b/c` → `a/b`, `a`.
  var folders: some Sequence<RawPath> { sequence(first: self, next: \.folder).dropFirst() }

  /// How many folders it lies in.
  var depth: Int { cString.count { $0 == RawPath.slash } }

  /// Its bytes, without the zero.
  var bytes: some Collection<UInt8> { cString.dropLast().lazy.map { UInt8(bitPattern: $0) } }

  /// For messages; bytes that are no UTF-8 are shown as U+FFFD.
  package var description: String { String(decoding: bytes, as: UTF8.self) }

  package static func < (left: RawPath, right: RawPath) -> Bool {
    strcmp(left.cString, right.cString) < 0
  }

  /// The order of a listing among paths of one depth: folder by folder, so that a slash comes before
  /// every other byte.
  func isListed(before other: RawPath) -> Bool {
    for (left, right) in zip(cString, other.cString) where left != right {
      if left == 0 || right == 0 { return left == 0 }
      if left == RawPath.slash || right == RawPath.slash { return left == RawPath.slash }
      return UInt8(bitPattern: left) < UInt8(bitPattern: right)
    }
    return false
  }

  private static let slash = CChar(bitPattern: UInt8(ascii: "/"))
}

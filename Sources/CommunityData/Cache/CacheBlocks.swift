/// The form of an entry of the cache: what it holds, then a checksum of each block of that, then an end
/// of two numbers: how many bytes it holds, and the checksum of the checksums.
///
/// So any part of it can be read for itself, straight to where it belongs, and be trusted.
enum CacheBlocks {
  static let size = 1 << 16
  /// So many blocks are written, and read, at once.
  static let stretch = 16
  static let endSize = 16

  static func count(of bytes: Int) -> Int { (bytes + size - 1) / size }

  /// Tells damage, not malice: whoever can write to the cache can write the site's content too.
  static func checksums(_ bytes: UnsafeRawBufferPointer) -> [UInt64] {
    stride(from: 0, to: bytes.count, by: size).map { start in
      checksum(UnsafeRawBufferPointer(rebasing: bytes[start..<min(start + size, bytes.count)]))
    }
  }

  static func checksum(of blocks: [UInt64]) -> UInt64 { blocks.withUnsafeBytes(checksum) }

  private static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    hash(bytes.bindMemory(to: UInt8.self))
  }
}

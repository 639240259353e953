internal import Basics
internal import Crypto

/// The compressed bytes of a file, piece by piece, with their checksum.
struct CompressedInput: ~Copyable {
  private let path: SitePath
  private let fileSystem: any FileSystem
  private var offset = 0
  /// Stays as it is until the next call, as libarchive reads from it in between.
  private let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: pieceSize, alignment: 16)
  private(set) var sha256 = SHA256()
  private(set) var error: FileError?

  private static let pieceSize = 1 << 20

  init(path: SitePath, fileSystem: any FileSystem) {
    self.path = path
    self.fileSystem = fileSystem
  }

  deinit { piece.deallocate() }

  /// The number of bytes that `block` now points to: 0 at the end, -1 after an error.
  mutating func next(_ block: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
    do throws(FileError) {
      let bytes = try fileSystem.read(path, from: offset, count: CompressedInput.pieceSize)
      offset += bytes.count
      sha256.update(data: bytes)
      piece.copyBytes(from: bytes)
      block.pointee = UnsafeRawPointer(piece.baseAddress)
      return bytes.count
    } catch {
      self.error = error
      return -1
    }
  }
}

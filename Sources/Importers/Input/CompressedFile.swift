internal import CArchive

/// Unpacks a file that is compressed by itself and lies in an archive: `club/2015q2.txt.gz`.
///
/// A class, since libarchive keeps a pointer to it and calls back into it for the stored bytes.
final class CompressedFile {
  private static let endings = [".gz", ".zst", ".xz", ".bz2"]

  /// Its owner, which reads the stored bytes.
  private unowned let archive: ArchiveReader
  private let handle: ArchiveHandle
  private var isOpen = false
  /// What libarchive was given last, which must stay until it asks again.
  private var given = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  /// Why the archive could not be read further.
  private var fault: ImportError?

  init(in archive: ArchiveReader, of source: ExportSource) throws(ImportError) {
    self.archive = archive
    handle = try ArchiveHandle(of: source)
  }

  deinit {
    given.deallocate()
  }

  /// The name without the ending of a compression; nil for a file that is not compressed or holds
  /// several.
  static func plainName(_ name: String) -> String? {
    let lower = name.lowercased()
    guard let ending = endings.first(where: { lower.hasSuffix($0) }),
      !lower.dropLast(ending.count).hasSuffix(".tar")
    else { return nil }
    return String(name.dropLast(ending.count))
  }

  /// The next bytes; nil at the end.
  func read() throws(ImportError) -> [UInt8]? {
    if !isOpen, try !open() { return nil }
    do throws(ImportError) {
      while let block = try handle.nextBlock() {
        try archive.countUnpacked(block.count)
        if !block.isEmpty { return Array(block) }
      }
      return nil
    } catch {
      throw fault ?? error
    }
  }

  /// Whether there is anything in it.
  private func open() throws(ImportError) -> Bool {
    isOpen = true
    let user = Unmanaged.passUnretained(self).toOpaque()
    let opened = archive_read_open(
      handle.pointer, user, nil,
      { _, user, place in
        guard let user, let place else { return -1 }
        return Unmanaged<CompressedFile>.fromOpaque(user).takeUnretainedValue().give(to: place)
      }, nil)
    guard opened == ARCHIVE_OK else { throw fault ?? handle.failure() }
    do throws(ImportError) {
      return try handle.nextEntry() != nil
    } catch {
      throw fault ?? error
    }
  }

  /// Hands over the next stored bytes; how many, 0 at the end, -1 when they cannot be read.
  private func give(to place: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
    do throws(ImportError) {
      guard let bytes = try archive.readStored() else { return 0 }
      given.deallocate()
      given = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
      given.copyBytes(from: bytes)
      place.pointee = UnsafeRawPointer(given.baseAddress)
      return bytes.count
    } catch {
      fault = error
      return -1
    }
  }
}

internal import CArchive

/// Unpacks a file that is compressed by itself and lies in an archive: `club/2015q2.txt.gz`.
///
/// A class, since libarchive keeps a pointer to it and calls back into it for the stored bytes.
final class CompressedFile {
  private static let endings = [".gz", ".zst", ".xz", ".bz2"]

  /// Its owner, which reads the stored bytes.
  private unowned let archive: ArchiveReader
  private let source: ExportSource
  private let handle: OpaquePointer
  private var isOpen = false
  /// What libarchive was given last, which must stay until it asks again.
  private var given = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  /// Why the archive could not be read further.
  private var fault: ImportError?

  init(in archive: ArchiveReader, of source: ExportSource) throws(ImportError) {
    guard let handle = archive_read_new() else { throw source.failure("there is no memory left") }
    self.archive = archive
    self.source = source
    self.handle = handle
    archive_read_support_filter_all(handle)
    archive_read_support_format_raw(handle)
    // Nothing is a file as well.
    archive_read_support_format_empty(handle)
  }

  deinit {
    archive_read_free(handle)
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
    var block: UnsafeRawPointer?
    var size = 0
    var offset: la_int64_t = 0
    while true {
      let status = archive_read_data_block(handle, &block, &size, &offset)
      if status == ARCHIVE_EOF { return nil }
      guard status >= ARCHIVE_WARN else { throw failure() }
      try archive.countUnpacked(size)
      if size > 0 { return Array(UnsafeRawBufferPointer(start: block, count: size)) }
    }
  }

  /// Whether there is anything in it.
  private func open() throws(ImportError) -> Bool {
    isOpen = true
    let user = Unmanaged.passUnretained(self).toOpaque()
    let opened = archive_read_open(
      handle, user, nil,
      { _, user, place in
        guard let user, let place else { return -1 }
        return Unmanaged<CompressedFile>.fromOpaque(user).takeUnretainedValue().give(to: place)
      }, nil)
    guard opened == ARCHIVE_OK else { throw failure() }
    var entry: OpaquePointer?
    let status = archive_read_next_header(handle, &entry)
    if status == ARCHIVE_EOF { return false }
    guard status >= ARCHIVE_WARN else { throw failure() }
    return true
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

  private func failure() -> ImportError {
    if let fault { return fault }
    let reason = archive_error_string(handle).map { String(cString: $0) } ?? "it is damaged"
    return unreadable(source.path, reason, fix: "download the archive again")
  }
}

internal import CArchive

/// An archive, or a file that is compressed by itself, as libarchive reads it: which forms are known,
/// and what all readings of one have alike.
///
/// A class, since it owns the handle and frees it.
final class ArchiveHandle {
  let pointer: OpaquePointer
  private let source: ExportSource

  /// Knows every compression, and no form but a file by itself.
  init(of source: ExportSource) throws(ImportError) {
    guard let pointer = archive_read_new() else { throw source.failure("there is no memory left") }
    self.pointer = pointer
    self.source = source
    archive_read_support_filter_all(pointer)
    // A lone compressed file is an archive with one file.
    archive_read_support_format_raw(pointer)
    // Nothing is a file as well.
    archive_read_support_format_empty(pointer)
  }

  deinit {
    archive_read_free(pointer)
  }

  /// The header of the next entry, valid until the one after it; nil behind the last.
  func nextEntry() throws(ImportError) -> OpaquePointer? {
    var entry: OpaquePointer?
    let status = archive_read_next_header(pointer, &entry)
    if status == ARCHIVE_EOF { return nil }
    guard status >= ARCHIVE_WARN else { throw failure() }
    return entry
  }

  /// The next bytes of the entry, which may be none; nil at its end.
  func nextBlock() throws(ImportError) -> UnsafeRawBufferPointer? {
    var block: UnsafeRawPointer?
    var size = 0
    var offset: la_int64_t = 0
    let status = archive_read_data_block(pointer, &block, &size, &offset)
    if status == ARCHIVE_EOF { return nil }
    guard status >= ARCHIVE_WARN else { throw failure() }
    return UnsafeRawBufferPointer(start: block, count: block == nil ? 0 : size)
  }

  /// What libarchive last found fault with.
  func failure() -> ImportError {
    let reason = archive_error_string(pointer).map { String(cString: $0) } ?? "it is damaged"
    return unreadable(source.path, reason, fix: "download the archive again")
  }
}

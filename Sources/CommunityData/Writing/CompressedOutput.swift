internal import Basics
internal import CArchive

/// Compresses a file piece by piece; the same pieces give the same bytes, since no time
/// and no name is written into the file.
///
/// A class, since libarchive keeps a pointer to it for its callback.
final class CompressedOutput {
  private var archive: OpaquePointer?
  private var compressed: [UInt8] = []

  /// `path` is for messages.
  init(_ compression: Compression, path: SitePath) throws(FileError) {
    archive = archive_write_new()
    switch compression {
    case .gzip:
      archive_write_add_filter_gzip(archive)
      archive_write_set_filter_option(archive, "gzip", "compression-level", "9")
      archive_write_set_filter_option(archive, "gzip", "timestamp", nil)
    case .zstandard:
      archive_write_add_filter_zstd(archive)
      archive_write_set_filter_option(archive, "zstd", "compression-level", "9")
    }
    archive_write_set_format_raw(archive)
    archive_write_set_bytes_in_last_block(archive, 1)
    let opened = archive_write_open(
      archive, Unmanaged.passUnretained(self).toOpaque(), nil,
      { _, context, bytes, count in
        guard let context, let bytes else { return -1 }
        let output = Unmanaged<CompressedOutput>.fromOpaque(context).takeUnretainedValue()
        output.compressed.append(
          contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
        return count
      }, nil)
    let entry = archive_entry_new()
    defer { archive_entry_free(entry) }
    // S_IFREG: the raw format takes plain files only.
    archive_entry_set_filetype(entry, 0o100000)
    guard opened == ARCHIVE_OK, archive_write_header(archive, entry) == ARCHIVE_OK else {
      throw failure(path)
    }
  }

  deinit {
    archive_write_free(archive)
  }

  /// Takes a piece and returns what is ready to be written.
  func add(_ piece: [UInt8], to path: SitePath) throws(FileError) -> [UInt8] {
    let written = piece.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
    guard written == piece.count else { throw failure(path) }
    return take()
  }

  /// The end of the file.
  func finish(_ path: SitePath) throws(FileError) -> [UInt8] {
    guard archive_write_close(archive) == ARCHIVE_OK else { throw failure(path) }
    return take()
  }

  private func take() -> [UInt8] {
    defer { compressed = [] }
    return compressed
  }

  private func failure(_ path: SitePath) -> FileError {
    let reason = archive_error_string(archive).map { String(cString: $0) } ?? "unknown reason"
    return FileError("compress", path.text, reason: reason)
  }
}

internal import CArchive

/// Reads the files of an archive one after the other without unpacking it to the disk.
///
/// A class, since it owns a libarchive handle that the streams of its files share.
final class ArchiveReader {
  /// An archive that holds more than this many times its size is taken for a bomb. Text shrinks to
  /// a twentieth at most, as the public dumps do.
  private static let largestRatio = 200
  private static let ratioStartsAt = 16 << 20

  private let source: ExportSource
  private let meter: ImportMeter
  private let handle: OpaquePointer
  private var counted = 0
  private var unpacked = 0
  /// Whether the archive says how long the current file is, so that it was counted beforehand.
  private var hasKnownSize = false
  /// Unpacks the current file, where it is compressed by itself.
  private var compressed: CompressedFile?
  /// Whether the current file is all there is: a compressed file, or standard input.
  private(set) var isLoneFile = false

  init(_ source: ExportSource, meter: ImportMeter) throws(ImportError) {
    guard let handle = archive_read_new() else { throw source.failure("there is no memory left") }
    self.source = source
    self.meter = meter
    self.handle = handle
    archive_read_support_filter_all(handle)
    // Not all formats: text in a compressed file would pass for a list of files (mtree).
    archive_read_support_format_zip(handle)
    archive_read_support_format_tar(handle)
    archive_read_support_format_7zip(handle)
    // A lone compressed file is an archive with one file.
    archive_read_support_format_raw(handle)
    guard archive_read_open_filename(handle, source.path, 1 << 17) == ARCHIVE_OK else {
      throw failure()
    }
  }

  deinit {
    archive_read_free(handle)
  }

  /// The name of the next plain file, which `read()` then reads; nil after the last. One that is
  /// compressed by itself is read, and called, as if it were not.
  func nextFile() throws(ImportError) -> String? {
    compressed = nil
    var entry: OpaquePointer?
    while true {
      let status = archive_read_next_header(handle, &entry)
      if status == ARCHIVE_EOF {
        countBytes()
        return nil
      }
      guard status >= ARCHIVE_WARN else { throw failure() }
      hasKnownSize = archive_entry_size_is_set(entry) != 0
      if hasKnownSize { try countUnpacked(Int(archive_entry_size(entry))) }
      guard archive_entry_filetype(entry) == UInt32(0o100000) else { continue }
      let inner = archive_entry_pathname(entry).map { String(cString: $0) } ?? "data"
      isLoneFile = archive_format(handle) == ARCHIVE_FORMAT_RAW
      if isLoneFile { return nameWithoutCompression }
      guard let name = CompressedFile.plainName(inner) else { return inner }
      compressed = try CompressedFile(in: self, of: source)
      return name
    }
  }

  /// The next bytes of the current file; nil at its end.
  func read() throws(ImportError) -> [UInt8]? {
    if let compressed { return try compressed.read() }
    return try readStored()
  }

  /// The next bytes of the current file as the archive holds them.
  func readStored() throws(ImportError) -> [UInt8]? {
    var block: UnsafeRawPointer?
    var size = 0
    var offset: la_int64_t = 0
    while true {
      let status = archive_read_data_block(handle, &block, &size, &offset)
      if status == ARCHIVE_EOF { return nil }
      guard status >= ARCHIVE_WARN else { throw failure() }
      countBytes()
      if !hasKnownSize { try countUnpacked(size) }
      if size > 0 { return Array(UnsafeRawBufferPointer(start: block, count: size)) }
    }
  }

  /// Refuses an archive that unpacks to far more than it is.
  func countUnpacked(_ size: Int) throws(ImportError) {
    unpacked += size
    if unpacked > ArchiveReader.ratioStartsAt,
      unpacked / ArchiveReader.largestRatio > max(1, source.size, counted)
    {
      throw ImportError(
        ImportersCodes.expandsTooMuch,
        "\(source.path) unpacks to more than \(ArchiveReader.largestRatio) times its size",
        fix: "if it is genuine, unpack it and import the folder")
    }
  }

  private func countBytes() {
    let done = Int(archive_filter_bytes(handle, -1))
    meter.addBytes(max(0, done - counted))
    counted = max(counted, done)
  }

  private var nameWithoutCompression: String {
    source.size == 0
      ? source.name
      : source.name.lastIndex(of: ".").map { String(source.name[..<$0]) } ?? source.name
  }

  private func failure() -> ImportError {
    let reason = archive_error_string(handle).map { String(cString: $0) } ?? "it is damaged"
    return unreadable(source.path, reason, fix: "download the archive again")
  }
}

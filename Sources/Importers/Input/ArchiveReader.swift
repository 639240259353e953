internal import CArchive

/// Reads the files of an archive one after the other without unpacking it to the disk.
///
/// A class, since the streams of its files share where it has come to.
final class ArchiveReader {
  /// An archive that holds more than this many times its size is taken for a bomb. Text shrinks to
  /// a twentieth at most, as the public dumps do.
  private static let largestRatio = 200
  private static let ratioStartsAt = 16 << 20

  private let source: ExportSource
  private let meter: ImportMeter
  private let handle: ArchiveHandle
  private var counted = 0
  private var unpacked = 0
  /// Whether the archive says how long the current file is, so that it was counted beforehand.
  private var hasKnownSize = false
  /// Unpacks the current file, where it is compressed by itself.
  private var compressed: CompressedFile?
  /// Whether the current file is all there is: a compressed file, or standard input.
  private(set) var isLoneFile = false

  init(_ source: ExportSource, meter: ImportMeter) throws(ImportError) {
    self.source = source
    self.meter = meter
    handle = try ArchiveHandle(of: source)
    // Not all formats: text in a compressed file would pass for a list of files (mtree).
    archive_read_support_format_zip(handle.pointer)
    archive_read_support_format_tar(handle.pointer)
    archive_read_support_format_7zip(handle.pointer)
    guard archive_read_open_filename(handle.pointer, source.path, 1 << 17) == ARCHIVE_OK else {
      throw handle.failure()
    }
  }

  /// The name of the next plain file, which `read()` then reads; nil after the last. One that is
  /// compressed by itself is read, and called, as if it were not.
  func nextFile() throws(ImportError) -> String? {
    compressed = nil
    while let entry = try handle.nextEntry() {
      hasKnownSize = archive_entry_size_is_set(entry) != 0
      if hasKnownSize { try countUnpacked(Int(archive_entry_size(entry))) }
      guard archive_entry_filetype(entry) == UInt32(0o100000) else { continue }
      let inner = archive_entry_pathname(entry).map { String(cString: $0) } ?? "data"
      isLoneFile = archive_format(handle.pointer) == ARCHIVE_FORMAT_RAW
      if isLoneFile { return nameWithoutCompression }
      guard let name = CompressedFile.plainName(inner) else { return inner }
      compressed = try CompressedFile(in: self, of: source)
      return name
    }
    countBytes()
    return nil
  }

  /// The next bytes of the current file; nil at its end.
  func read() throws(ImportError) -> [UInt8]? {
    if let compressed { return try compressed.read() }
    return try readStored()
  }

  /// The next bytes of the current file as the archive holds them.
  func readStored() throws(ImportError) -> [UInt8]? {
    while let block = try handle.nextBlock() {
      countBytes()
      if !hasKnownSize { try countUnpacked(block.count) }
      if !block.isEmpty { return Array(block) }
    }
    return nil
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
    let done = Int(archive_filter_bytes(handle.pointer, -1))
    meter.addBytes(max(0, done - counted))
    counted = max(counted, done)
  }

  private var nameWithoutCompression: String {
    source.size == 0
      ? source.name
      : source.name.lastIndex(of: ".").map { String(source.name[..<$0]) } ?? source.name
  }
}

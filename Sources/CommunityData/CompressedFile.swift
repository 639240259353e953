internal import Basics
internal import CArchive
internal import Crypto

/// Unpacks a compressed file as it is read, never to the disk and never as a whole.
struct CompressedFile: ~Copyable {
  private let path: SitePath
  private let archive: OpaquePointer
  /// Behind a pointer, as libarchive's callbacks come back with it.
  private let input: UnsafeMutablePointer<CompressedInput>
  private var isAtEnd = false
  /// The beginning of a line that the last window cut.
  private var rest: [UInt8] = []

  private init(_ path: SitePath, _ archive: OpaquePointer, in fileSystem: any FileSystem) {
    self.path = path
    self.archive = archive
    input = .allocate(capacity: 1)
    input.initialize(to: CompressedInput(path: path, fileSystem: fileSystem))
  }

  static func open(
    _ path: SitePath, _ compression: Compression, in fileSystem: any FileSystem
  ) throws(FileError) -> CompressedFile {
    guard let archive = archive_read_new() else {
      throw FileError("read", path.text, reason: "no memory")
    }
    var file = CompressedFile(path, archive, in: fileSystem)
    try file.open(compression)
    return file
  }

  deinit {
    archive_read_free(archive)
    input.deinitialize(count: 1)
    input.deallocate()
  }

  /// SHA-256 of the compressed bytes; to be asked for at the end.
  var digest: SHA256.Digest { input.pointee.sha256.finalize() }

  private mutating func open(_ compression: Compression) throws(FileError) {
    archive_read_support_filter_gzip(archive)
    archive_read_support_filter_zstd(archive)
    archive_read_support_format_raw(archive)
    archive_read_support_format_empty(archive)
    let status = archive_read_open(
      archive, input, nil,
      { _, data, block in
        guard let data, let block else { return -1 }
        return data.assumingMemoryBound(to: CompressedInput.self).pointee.next(block)
      }, nil)
    guard status == ARCHIVE_OK else { throw fault() }
    try readHeader(expecting: compression)
  }

  private mutating func readHeader(expecting compression: Compression) throws(FileError) {
    var entry: OpaquePointer?
    let status = archive_read_next_header(archive, &entry)
    isAtEnd = status == ARCHIVE_EOF
    if status != ARCHIVE_OK, status != ARCHIVE_EOF { throw fault() }
    // The raw format takes anything, also a file that is not compressed at all.
    guard archive_filter_code(archive, 0) == compression.filter else {
      throw FileError("read", path.text, reason: "it is no \(compression.name) file")
    }
  }

  /// The next whole lines, the last one with or without its end; nil at the end.
  mutating func nextLines() throws(FileError) -> [UInt8]? {
    var window = rest
    window.reserveCapacity(LineFile.windowSize + (1 << 20))
    rest = []
    var wanted = LineFile.windowSize
    while !isAtEnd {
      while window.count < wanted, try appendBlock(to: &window) {}
      if isAtEnd { break }
      if let end = window.lastIndex(of: 0x0A) {
        rest = Array(window[(end + 1)...])
        window.removeSubrange((end + 1)...)
        return window
      }
      if wanted >= LineFile.longestLine { throw LineFile.tooLong(path) }
      wanted *= 2
    }
    try drain()
    return window.isEmpty ? nil : window
  }

  /// False at the end.
  private mutating func appendBlock(to window: inout [UInt8]) throws(FileError) -> Bool {
    var block: UnsafeRawPointer?
    var size = 0
    var offset: la_int64_t = 0
    let status = archive_read_data_block(archive, &block, &size, &offset)
    if status == ARCHIVE_EOF {
      isAtEnd = true
      return false
    }
    guard status == ARCHIVE_OK else { throw fault() }
    window.append(contentsOf: UnsafeRawBufferPointer(start: block, count: size))
    return true
  }

  /// Reads what lies behind the compressed data, so that the checksum is of the whole file.
  private mutating func drain() throws(FileError) {
    var ignored: UnsafeRawPointer?
    while input.pointee.next(&ignored) > 0 {}
    if let error = input.pointee.error { throw error }
  }

  private func fault() -> FileError {
    if let error = input.pointee.error { return error }
    let reason = archive_error_string(archive).map { String(cString: $0) }
    return FileError("read", path.text, reason: reason ?? "it cannot be unpacked")
  }
}

/// The bytes of one file of an export, chunk after chunk.
struct ByteStream {
  private let read: () throws(ImportError) -> [UInt8]?

  init(_ read: @escaping () throws(ImportError) -> [UInt8]?) {
    self.read = read
  }

  /// A stream of bytes in memory.
  init(_ bytes: [UInt8], chunkSize: Int = 1 << 16) {
    var rest = bytes[...]
    self.init { () throws(ImportError) in
      if rest.isEmpty { return nil }
      defer { rest = rest.dropFirst(chunkSize) }
      return Array(rest.prefix(chunkSize))
    }
  }

  /// The next bytes, at least one; nil at the end.
  mutating func next() throws(ImportError) -> [UInt8]? { try read() }
}

internal import Basics

/// The keys of all lines that were put aside, on the disk beside them, so that memory does not grow
/// with the import.
///
/// The keys of a block lie together, part by part, and then their ids in the same order. All keys of
/// an id are in the same part of each block.
struct LineKeyFile {
  private struct Block {
    /// Where it begins in the file.
    var start: Int
    /// Where each part begins among its keys, and where the last one ends.
    var parts: [Int]
    /// Of its keys in the file, before the ids.
    var keySize: Int { (parts.last ?? 0) * LineKeyFile.stride }
  }

  private let path: SitePath
  private let fileSystem: any FileSystem
  private var blocks: [Block] = []
  private var size = 0

  /// An id belongs to a part by the upper bits of its hash.
  private static let partBits = 8
  private static let partCount = 1 << partBits
  private static let stride = MemoryLayout<LineKey>.stride

  init(_ path: SitePath, in fileSystem: any FileSystem) {
    self.path = path
    self.fileSystem = fileSystem
  }

  mutating func append(_ block: LineKeys) throws(FileError) {
    let (order, parts) = LineKeyFile.byPart(block.keys)
    var ordered = LineKeys()
    for index in order {
      let key = block.keys[index]
      ordered.append(CollectionOfOne(key), ids: block.id(key))
    }
    try fileSystem.append(ordered.keys.withUnsafeBytes { Array($0) } + ordered.ids, to: path)
    blocks.append(Block(start: size, parts: parts))
    size += order.count * LineKeyFile.stride + ordered.ids.count
  }

  /// The keys' indexes part by part, and where each part begins among them; the last of these is
  /// where the last part ends.
  private static func byPart(_ keys: [LineKey]) -> (order: [Int], parts: [Int]) {
    var parts = Array(repeating: 0, count: partCount + 1)
    for key in keys { parts[part(of: key) + 1] += 1 }
    for part in 0..<partCount { parts[part + 1] += parts[part] }
    var next = parts
    var order = Array(repeating: 0, count: keys.count)
    for (index, key) in keys.enumerated() {
      order[next[part(of: key)]] = index
      next[part(of: key)] += 1
    }
    return (order, parts)
  }

  private static func part(of key: LineKey) -> Int {
    Int(truncatingIfNeeded: key.id >> UInt64(64 - partBits))
  }

  /// Calls with the keys of all blocks, as many parts at a time as fit into some bytes.
  func forEachGroup(of bytes: Int, _ body: (LineKeys) -> Void) throws(FileError) {
    let keysOfPart = (0..<LineKeyFile.partCount).map { part in
      blocks.reduce(0) { $0 + $1.parts[part + 1] - $1.parts[part] }
    }
    var start = 0
    while start < LineKeyFile.partCount {
      var end = start + 1
      var keys = keysOfPart[start]
      while end < LineKeyFile.partCount, (keys + keysOfPart[end]) * LineKeyFile.stride <= bytes {
        keys += keysOfPart[end]
        end += 1
      }
      body(try read(start..<end))
      start = end
    }
  }

  private func read(_ parts: Range<Int>) throws(FileError) -> LineKeys {
    var group = LineKeys()
    for block in blocks {
      let range = block.parts[parts.lowerBound]..<block.parts[parts.upperBound]
      guard !range.isEmpty else { continue }
      let keys = try readKeys(at: block.start, range)
      guard let first = keys.first, let last = keys.last else { continue }
      let length = last.idStart + last.idLength - first.idStart
      let start = block.start + block.keySize + first.idStart
      let ids = try fileSystem.read(path, from: start, count: length)
      guard ids.count == length else { throw isCut }
      group.append(keys, ids: ids)
    }
    return group
  }

  private func readKeys(at start: Int, _ range: Range<Int>) throws(FileError) -> [LineKey] {
    let size = range.count * LineKeyFile.stride
    let bytes = try fileSystem.read(
      path, from: start + range.lowerBound * LineKeyFile.stride, count: size)
    guard bytes.count == size else { throw isCut }
    return bytes.withUnsafeBytes { raw in
      (0..<range.count).map {
        raw.loadUnaligned(fromByteOffset: $0 * LineKeyFile.stride, as: LineKey.self)
      }
    }
  }

  private var isCut: FileError {
    FileError("read", path.text, reason: "it is shorter than it was written")
  }
}

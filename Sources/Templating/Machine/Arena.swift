/// Memory for the values of one render: blocks that never move, given back all at once.
///
/// The addresses it hands out live until ``reset()`` or its end.
struct Arena: ~Copyable {
  private var blocks: [UnsafeMutableRawPointer]
  private var at: UnsafeMutableRawPointer
  private var left: Int
  private let blockSize: Int
  /// Of the first block, and of all together.
  private var size: Int
  private var used: Int
  private var limit = Int.max
  /// What its owner counts down and stops at: emptied when the values outgrow the limit, so that the
  /// owner asks one question, not two.
  private var stepsLeft: UnsafeMutablePointer<Int>?
  private static var largestKept: Int { 16 << 20 }

  init(blockSize: Int = 1 << 16) {
    self.blockSize = blockSize
    (size, used) = (blockSize, blockSize)
    at = .allocate(byteCount: blockSize, alignment: 16)
    blocks = [at]
    left = blockSize
  }

  deinit {
    for block in blocks { block.deallocate() }
  }

  /// Sets how many bytes all values may take, and the count that ends when they take more.
  mutating func bound(to limit: Int, stopping stepsLeft: UnsafeMutablePointer<Int>) {
    self.limit = limit
    self.stepsLeft = stepsLeft
  }

  /// Whether the values took more than they may.
  var isFull: Bool { used > limit }

  /// Whether there is no room for so many bytes more.
  func lacks(_ size: Int) -> Bool { size > limit - min(used, limit) + left }

  /// Room for `size` bytes and 16 more that may be read, on a 16-byte boundary.
  @inline(__always)
  mutating func take(_ size: Int) -> UnsafeMutableRawPointer {
    let room = (size + 31) & ~15
    if room > left { addBlock(room) }
    let start = at
    at += room
    left -= room
    return start
  }

  @inline(never)
  private mutating func addBlock(_ room: Int) {
    left = max(room, blockSize)
    at = .allocate(byteCount: left, alignment: 16)
    blocks.append(at)
    used += left
    if isFull { stepsLeft?.pointee = -1 }
  }

  /// Forgets all values; a page that needed several blocks gives way to one block for the next.
  mutating func reset() {
    if blocks.count > 1 {
      for block in blocks { block.deallocate() }
      size = min(used, Arena.largestKept)
      blocks = [.allocate(byteCount: size, alignment: 16)]
      used = size
    }
    at = blocks[0]
    left = size
  }
}

// MARK: Values

extension Arena {
  /// A copy of text, with room behind it so that 16 bytes may be read at once.
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, _ tag: Tag = .text) -> Value {
    let start = take(bytes.count)
    if let base = bytes.baseAddress { start.copyMemory(from: base, byteCount: bytes.count) }
    return Value(tag, address: start, length: bytes.count)
  }

  mutating func text(_ bytes: [UInt8], _ tag: Tag = .text) -> Value {
    let start = take(bytes.count)
    bytes.withUnsafeBytes { source in
      if let base = source.baseAddress { start.copyMemory(from: base, byteCount: source.count) }
    }
    return Value(tag, address: start, length: bytes.count)
  }

  @inline(__always)
  mutating func text(_ string: String, _ tag: Tag = .text) -> Value {
    let start = take(string.utf8.count)
    // Native strings lend their bytes; `withUTF8` would count a reference for each.
    let count = string.utf8.withContiguousStorageIfAvailable { source in
      if let base = source.baseAddress { start.copyMemory(from: base, byteCount: source.count) }
      return source.count
    }
    return count.map { Value(tag, address: start, length: $0) } ?? text(Array(string.utf8), tag)
  }

  /// Room for values, all undefined.
  mutating func values(_ count: Int) -> UnsafeMutablePointer<Value> {
    let start = take(count * MemoryLayout<Value>.stride).assumingMemoryBound(to: Value.self)
    start.initialize(repeating: .undefined, count: count)
    return start
  }

  mutating func list(_ items: some Collection<Value>, _ tag: Tag = .list) -> Value {
    let start = values(items.count)
    var index = 0
    for item in items {
      start[index] = item
      index += 1
    }
    return Value(tag, address: start, length: items.count)
  }
}

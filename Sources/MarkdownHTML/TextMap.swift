/// Leads from a text that was made from a source back to the source.
struct TextMap {
  /// From `made` on, the made text's bytes are the source's bytes from `source` on.
  struct Segment {
    var made: Int
    var source: Int
  }

  /// The offset of the first byte of each line of the made text.
  var lineStarts: [Int] = [0]
  /// By `made`, ascending.
  var segments: [Segment] = []

  /// The source's offset of a made byte.
  func source(_ made: Int) -> Int {
    let next = firstSegment(after: made)
    guard next > 0 else { return segments.first?.source ?? 0 }
    return segments[next - 1].source + made - segments[next - 1].made
  }

  /// The index of the first segment that starts after a made byte.
  func firstSegment(after made: Int) -> Int {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].made <= made { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The made offset at which a line starts, counted from 1; a line past the end is the last one.
  func start(ofLine line: Int) -> Int {
    lineStarts[min(max(line - 1, 0), lineStarts.count - 1)]
  }
}

/// A text being made together with its map.
struct MappedText {
  var bytes: [UInt8] = []
  var map = TextMap()

  /// Appends bytes that start at an offset of the source and hold no line end.
  mutating func append(_ more: some Collection<UInt8>, from source: Int) {
    map.segments.append(.init(made: bytes.count, source: source))
    bytes.append(contentsOf: more)
  }

  mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    map.lineStarts.append(bytes.count)
  }

  mutating func append(_ other: MappedText) {
    let shift = bytes.count
    bytes += other.bytes
    map.segments += other.map.segments.map { .init(made: $0.made + shift, source: $0.source) }
    map.lineStarts += other.map.lineStarts.dropFirst().map { $0 + shift }
  }
}

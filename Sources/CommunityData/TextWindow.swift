internal import Basics
internal import JSONText

/// Reads many texts in about the order in which they lie in their files, a megabyte at a time.
///
/// For a pass over all texts each core has one of its own: see ``Community/overTexts(_:_:)``.
package struct TextWindow: ~Copyable {
  private struct Loaded {
    var start = 0
    var bytes: [UInt8] = []
  }

  private let store: TextStore
  /// The piece of each file, by number of the source, that was read last.
  private var loaded: [Int: Loaded] = [:]
  private var unescapedText: [UInt8] = []

  private static let size = 1 << 20

  package init(_ store: TextStore) {
    self.store = store
  }

  /// Calls with the bytes of a text, which are valid during the call; with none where there is none.
  package mutating func withBytes<Result>(
    _ range: TextRange, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    if range.isAbsent { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    guard case .file(let path, let fileSystem) = store.sources[range.source] else {
      return withText(range, store.withBytes(range) { $0 }, body)
    }
    let piece = load(range, path, fileSystem)
    return piece.bytes.withUnsafeBufferPointer { bytes in
      let start = range.place - piece.start
      let end = start + Int(range.length)
      // Only where the file cannot be read any more, which is noted.
      guard end <= bytes.count else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
      return withText(range, UnsafeBufferPointer(rebasing: bytes[start..<end]), body)
    }
  }

  private mutating func withText<Result>(
    _ range: TextRange, _ raw: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard range.isEscaped else { return body(raw) }
    unescapedText.removeAll(keepingCapacity: true)
    appendUnescaped(raw, to: &unescapedText)
    return unescapedText.withUnsafeBufferPointer(body)
  }

  private mutating func load(
    _ range: TextRange, _ path: SitePath, _ fileSystem: any FileSystem
  ) -> Loaded {
    let end = range.place + Int(range.length)
    if let piece = loaded[range.source], piece.start <= range.place,
      end <= piece.start + piece.bytes.count
    {
      return piece
    }
    let count = max(TextWindow.size, Int(range.length))
    let bytes = store.fault.read(
      path, fileSystem, from: range.place, count: count, least: Int(range.length))
    let piece = Loaded(start: range.place, bytes: bytes ?? [])
    loaded[range.source] = piece
    return piece
  }
}

extension Community {
  /// What a function says of stretches of rows that are worked on in turn by all cores, in the order
  /// of the rows; each has a window for the texts of its rows.
  package func overTexts<Result: Sendable>(
    _ rows: Range<Int>, _ body: @Sendable (Range<Int>, inout TextWindow) -> Result
  ) -> [Result] {
    let stretch = 1 << 13
    let count = (rows.count + stretch - 1) / stretch
    return inParallel(count) { number in
      let start = rows.lowerBound + number * stretch
      var window = TextWindow(text)
      return body(start..<min(start + stretch, rows.upperBound), &window)
    }
  }
}

internal import Basics

/// The offset of the first byte that is no part of valid UTF-8; nil when all is well.
func firstInvalidUTF8(_ bytes: [UInt8]) -> Int? {
  if isUTF8(bytes) { return nil }
  var decoder = UTF8()
  var iterator = CountingIterator(bytes.makeIterator())
  while true {
    let before = iterator.count
    switch decoder.decode(&iterator) {
    case .scalarValue: continue
    case .emptyInput: return nil
    case .error: return before
    }
  }
}

private struct CountingIterator: IteratorProtocol {
  private var base: IndexingIterator<[UInt8]>
  private(set) var count = 0

  init(_ base: IndexingIterator<[UInt8]>) {
    self.base = base
  }

  mutating func next() -> UInt8? {
    let byte = base.next()
    if byte != nil { count += 1 }
    return byte
  }
}

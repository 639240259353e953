/// Numbers texts from 0 in the order in which they were added; equal bytes have one number.
struct TextIndex: Sendable {
  private(set) var texts: [String] = []
  private var store = TextStore()
  private var ranges: [TextRange] = []
  private var slots = HashSlots()

  init(_ texts: some Sequence<String> = []) {
    for text in texts { _ = add(text) }
  }

  var count: Int { texts.count }

  func find(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    slots.find(hash(bytes)) { row in store.withBytes(ranges[row]) { isEqual($0, bytes) } }
  }

  /// The text's number, a new one if it was not there.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    if let known = find(bytes) { return known }
    let number = texts.count
    texts.append(String(decoding: bytes, as: UTF8.self))
    ranges.append(store.append(bytes))
    let (store, ranges) = (store, ranges)
    slots.insert(number, hash(bytes)) { row in store.withBytes(ranges[row], hash) }
    return number
  }

  mutating func add(_ text: String) -> Int {
    var text = text
    return text.withUTF8 { add($0) }
  }
}

/// Numbers texts from 0 in the order in which they were added; equal bytes have one number.
package struct TextIndex: Sendable {
  private var bytes: [UInt8] = []
  /// Where each text begins, and where the last one ends.
  private var starts: [Int] = [0]
  private var slots = HashSlots()

  /// The texts that are numbered at the beginning, without one twice.
  package init(_ texts: some Sequence<String> = []) {
    for text in texts { _ = add(text) }
  }

  /// How many different texts were added.
  package var count: Int { starts.count - 1 }

  var texts: [String] { (0..<count).map { text($0) } }

  /// The text of a number.
  package func text(_ number: Int) -> String {
    String(decoding: bytes[starts[number]..<starts[number + 1]], as: UTF8.self)
  }

  /// The text's number; nil when it was not added.
  package func find(_ wanted: UnsafeBufferPointer<UInt8>) -> Int? {
    find(wanted, hash: hash(wanted))
  }

  /// The same for a string.
  package func find(_ wanted: String) -> Int? {
    var wanted = wanted
    return wanted.withUTF8 { find($0) }
  }

  /// The same where the hash is known.
  func find(_ wanted: UnsafeBufferPointer<UInt8>, hash code: UInt64) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      slots.find(code) { number in
        isEqual(UnsafeBufferPointer(rebasing: bytes[starts[number]..<starts[number + 1]]), wanted)
      }
    }
  }

  /// Calls with the bytes of a number's text.
  package func withText<Result>(
    _ number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer { bytes in
      body(UnsafeBufferPointer(rebasing: bytes[starts[number]..<starts[number + 1]]))
    }
  }

  /// Calls with each number and its text.
  func forEach(_ body: (Int, UnsafeBufferPointer<UInt8>) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      for number in 0..<count {
        body(number, UnsafeBufferPointer(rebasing: bytes[starts[number]..<starts[number + 1]]))
      }
    }
  }

  /// The text's number, a new one if it was not there.
  package mutating func add(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    if let known = find(text) { return known }
    let number = count
    bytes.append(contentsOf: text)
    starts.append(bytes.count)
    let (bytes, starts) = (bytes, starts)
    slots.insert(number, hash(text)) { number in
      bytes[starts[number]..<starts[number + 1]].withUnsafeBufferPointer(hash)
    }
    return number
  }

  /// The same for a string.
  package mutating func add(_ text: String) -> Int {
    var text = text
    return text.withUTF8 { add($0) }
  }
}

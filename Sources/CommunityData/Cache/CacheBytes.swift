/// An entry of the cache in the making: numbers, texts and whole columns one after the other.
package struct CacheOutput: Sendable {
  fileprivate(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func number(_ number: Int) {
    withUnsafeBytes(of: Int64(number).littleEndian) { bytes.append(contentsOf: $0) }
  }

  package mutating func number(_ number: Double) {
    self.number(Int(bitPattern: UInt(number.bitPattern)))
  }

  package mutating func text(_ text: String) {
    column(Array(text.utf8))
  }

  /// Their lengths and then all their bytes.
  package mutating func texts(_ texts: [String]) {
    column(texts.map { Int32($0.utf8.count) })
    number(texts.reduce(0) { $0 + $1.utf8.count })
    for text in texts { bytes.append(contentsOf: text.utf8) }
  }

  package mutating func texts(ifPresent texts: [String?]) {
    column(texts.map { UInt8($0 == nil ? 0 : 1) })
    self.texts(texts.map { $0 ?? "" })
  }

  /// The memory of a column of numbers as it is.
  package mutating func column<Number: FixedWidthInteger>(_ numbers: [Number]) {
    number(numbers.count)
    numbers.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  /// The body with its length and checksum in front.
  var sealed: [UInt8] {
    var head = CacheOutput()
    head.number(bytes.count)
    head.number(Int(bitPattern: UInt(checksum(bytes[...]))))
    return head.bytes + bytes
  }
}

/// An entry of the cache as it is read back; what does not fit gives nothing rather than a crash.
package struct CacheInput: Sendable {
  private let bytes: [UInt8]
  private var place = 0
  /// When the file was written, in nanoseconds since 1970.
  package let writtenAt: Int64
  /// Whether all that was asked for was there.
  package private(set) var isGood = true

  init(_ bytes: [UInt8], writtenAt: Int64) {
    self.bytes = bytes
    self.writtenAt = writtenAt
  }

  /// Whether the rest is as long as it was and has the checksum it had.
  var isIntact: Bool {
    mutating get {
      let count = number()
      let wanted = UInt64(UInt(bitPattern: number()))
      return isGood && bytes.count - place == count && checksum(bytes[place...]) == wanted
    }
  }

  /// Notes that what was read does not fit.
  package mutating func fail() { isGood = false }

  package mutating func number() -> Int {
    guard bytes.count - place >= 8 else {
      isGood = false
      return 0
    }
    let number = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: Int64.self) }
    place += 8
    return Int(Int64(littleEndian: number))
  }

  package mutating func double() -> Double {
    Double(bitPattern: UInt64(UInt(bitPattern: number())))
  }

  package mutating func text() -> String {
    String(decoding: column(of: UInt8.self), as: UTF8.self)
  }

  package mutating func texts() -> [String] {
    let lengths = column(of: Int32.self)
    let all = column(of: UInt8.self)
    var start = 0
    return lengths.map { length in
      guard length >= 0, start + Int(length) <= all.count else {
        isGood = false
        return ""
      }
      defer { start += Int(length) }
      return String(decoding: all[start..<start + Int(length)], as: UTF8.self)
    }
  }

  package mutating func textsIfPresent() -> [String?] {
    let isPresent = column(of: UInt8.self)
    return zip(isPresent, texts()).map { $0 == 0 ? nil : $1 }
  }

  package mutating func column<Number: FixedWidthInteger>(of type: Number.Type) -> [Number] {
    let count = number()
    let size = MemoryLayout<Number>.stride
    guard count >= 0, count <= (bytes.count - place) / size else {
      isGood = false
      return []
    }
    let range = place..<place + count * size
    place = range.upperBound
    return [Number](unsafeUninitializedCapacity: count) { numbers, filled in
      bytes.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(numbers).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: $0[range]))
      }
      filled = count
    }
  }
}

/// Tells damage, not malice: whoever can write here can write the site's content too.
private func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
  bytes.withUnsafeBufferPointer { hash($0) }
}

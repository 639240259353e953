/// The bytes of the page being written; grows, is reused from page to page.
struct OutputBuffer: ~Copyable {
  private(set) var base: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity: Int
  /// Set when the page outgrew its limit; what is written from then on is dropped.
  private(set) var isFull = false
  var limit: Int

  init(capacity: Int = 1 << 16, limit: Int) {
    base = .allocate(capacity: capacity)
    self.capacity = capacity
    self.limit = limit
  }

  deinit { base.deallocate() }

  mutating func clear() {
    count = 0
    isFull = false
  }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  /// Takes the bytes from `start` on away again.
  mutating func cut(to start: Int) { count = min(start, count) }

  func bytes(from start: Int) -> UnsafeBufferPointer<UInt8> {
    let start = min(start, count)
    return UnsafeBufferPointer(start: base + start, count: count - start)
  }

  @inline(never)
  private mutating func grow(_ room: Int) {
    if count + room > limit &+ 64 {
      isFull = true
      count = 0
      // What is dropped needs no more room than there is.
      if room <= capacity { return }
    }
    let size = max(capacity * 2, count + room)
    let bigger = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    bigger.update(from: base, count: count)
    base.deallocate()
    base = bigger
    capacity = size
  }

  @inline(__always)
  mutating func reserve(_ room: Int) {
    if count + room > capacity { grow(room) }
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
    reserve(length)
    (base + count).update(from: bytes, count: length)
    count += length
  }

  /// Literal text of a template, which may be read 16 bytes past its end: most is a tag or two, and
  /// one wide copy is faster than asking how long it is.
  @inline(__always)
  mutating func appendLiteral(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
    reserve(length + 16)
    if length <= 16 {
      let wide = UnsafeRawPointer(bytes).loadUnaligned(as: SIMD16<UInt8>.self)
      UnsafeMutableRawPointer(base + count).storeBytes(of: wide, as: SIMD16<UInt8>.self)
    } else {
      (base + count).update(from: bytes, count: length)
    }
    count += length
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let start = bytes.baseAddress { append(start, bytes.count) }
  }

  mutating func append(_ text: StaticString) {
    append(text.utf8Start, text.utf8CodeUnitCount)
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    base[count] = byte
    count += 1
  }

  /// `-42` as digits.
  @inline(__always)
  mutating func append(_ value: Int) {
    reserve(20)
    var rest = value.magnitude
    if value < 0 {
      base[count] = UInt8(ascii: "-")
      count += 1
    }
    if rest < 10 {
      base[count] = UInt8(truncatingIfNeeded: 48 + rest)
      count += 1
      return
    }
    var digits = 2
    var bound: UInt = 100
    while digits < 19, rest >= bound {
      digits += 1
      bound = bound &* 10
    }
    var index = count + digits
    count = index
    while rest >= 10 {
      index -= 2
      let (quotient, pair) = rest.quotientAndRemainder(dividingBy: 100)
      let digits = UnsafeRawPointer(digitPairs.utf8Start + Int(pair) * 2)
      UnsafeMutableRawPointer(base + index).storeBytes(
        of: digits.loadUnaligned(as: UInt16.self), as: UInt16.self)
      rest = quotient
    }
    if index > count - digits { base[index - 1] = UInt8(truncatingIfNeeded: 48 + rest) }
  }
}

private let digitPairs: StaticString = """
  0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849\
  5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899
  """

// MARK: Escaping

extension OutputBuffer {
  /// Text as it may stand in HTML text and quoted attributes: `&<>"'` as references, NUL as U+FFFD.
  ///
  /// Eight bytes are looked at together; the source may be read 16 bytes past its end.
  @inline(__always)
  mutating func appendEscaped(_ source: UnsafeRawPointer, _ length: Int) {
    let room = length * 6 + 16
    if count + room > capacity {
      if length > OutputBuffer.longest { return appendEscapedInParts(source, length) }
      grow(room)
    }
    let output = UnsafeMutableRawPointer(base)
    var index = 0
    var end = count
    while index < length {
      let word = source.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      output.storeBytes(of: word, toByteOffset: end, as: UInt64.self)
      let clean = cleanBytes(UInt64(littleEndian: word))
      if clean >= length - index {
        end += length - index
        break
      }
      index += clean
      end += clean
      if clean < 8 {
        let (reference, size) = escape(source.load(fromByteOffset: index, as: UInt8.self))
        output.storeBytes(of: reference.littleEndian, toByteOffset: end, as: UInt64.self)
        end += size
        index += 1
      }
    }
    count = end
  }

  /// Room for six times a long text would refuse what fits.
  @inline(never)
  private mutating func appendEscapedInParts(_ source: UnsafeRawPointer, _ length: Int) {
    var start = 0
    while start < length, !isFull {
      let part = min(OutputBuffer.longest, length - start)
      appendEscaped(source + start, part)
      start += part
    }
  }

  /// The longest text for which there is room before it is known how much it needs.
  private static var longest: Int { 1 << 12 }
}

/// How many of eight bytes, lowest first, stand before the first that needs escaping.
@inline(__always)
private func cleanBytes(_ word: UInt64) -> Int {
  let ones: UInt64 = 0x0101_0101_0101_0101
  // A byte of these words is zero where the source has & or ', < or >, ", NUL.
  let ampersand = (word & ~ones) ^ (ones &* 0x26)
  let angle = (word & ~(ones &* 2)) ^ (ones &* 0x3C)
  let quote = word ^ (ones &* 0x22)
  let hits =
    (ampersand &- ones) & ~ampersand | (angle &- ones) & ~angle | (quote &- ones) & ~quote
    | (word &- ones) & ~word
  return (hits & (ones &* 0x80)).trailingZeroBitCount >> 3
}

/// The reference for one byte as up to eight bytes, lowest first, with its length.
private func escape(_ byte: UInt8) -> (UInt64, Int) {
  switch byte {
  case UInt8(ascii: "&"): (0x3B_70_6D_61_26, 5)  // &amp;
  case UInt8(ascii: "<"): (0x3B_74_6C_26, 4)  // &lt;
  case UInt8(ascii: ">"): (0x3B_74_67_26, 4)  // &gt;
  case UInt8(ascii: "\""): (0x3B_34_33_23_26, 5)  // &#34;
  case UInt8(ascii: "'"): (0x3B_39_33_23_26, 5)  // &#39;
  case 0: (0xBD_BF_EF, 3)  // U+FFFD
  default: (UInt64(byte), 1)
  }
}

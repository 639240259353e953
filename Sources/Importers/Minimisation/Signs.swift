/// Which signs a text has at all: most texts have none that ask for a search.
struct Signs {
  /// The signs that are there.
  private var found: UInt8 = 0
  private var digits = 0
  private var dots = 0
  private var colons = 0

  var mayHoldMention: Bool { found & (Signs.at | Signs.wide) != 0 }
  var mayHoldEmail: Bool { found != 0 || colons > 0 }
  var mayHoldPhone: Bool { digits >= 7 }
  /// One of version 4 has four numbers; one of version 6 a digit at least, or all its eight groups.
  var mayHoldAddress: Bool {
    dots >= 3 && digits >= 4 || colons >= 2 && digits >= 1 || colons >= 7
  }
  var isHarmless: Bool { !mayHoldEmail && !mayHoldAddress && !mayHoldPhone }

  init(_ text: UnsafeBufferPointer<UInt8>) {
    Signs.kinds.withUnsafeBufferPointer { kinds in
      var start = 0
      while start < text.count {
        let end = min(text.count, start + Signs.stretch)
        add(UnsafeBufferPointer(rebasing: text[start..<end]), kinds)
        start = end
      }
    }
  }

  private mutating func add(
    _ text: UnsafeBufferPointer<UInt8>, _ kinds: UnsafeBufferPointer<UInt32>
  ) {
    var all: UInt32 = 0
    var sum: UInt32 = 0
    for byte in text {
      let kind = kinds[Int(byte)]
      all |= kind
      sum &+= kind & Signs.counts
    }
    found |= UInt8(truncatingIfNeeded: all >> 24)
    digits += Int(sum & 0xFF)
    dots += Int(sum >> 8 & 0xFF)
    colons += Int(sum >> 16 & 0xFF)
  }

  private static let at: UInt8 = 1
  private static let encoding: UInt8 = 2
  private static let bracket: UInt8 = 4
  private static let wide: UInt8 = 8

  /// So many bytes are counted in eight bits.
  private static let stretch = 255
  private static let counts: UInt32 = 0xFF_FFFF

  /// What each byte is, since every text of millions is looked through: a 1 in the lowest bits for a
  /// digit, in the next for a dot and a colon; in the uppermost the sign that it is.
  private static let kinds: [UInt32] = {
    var kinds = [UInt32](repeating: 0, count: 256)
    func set(_ signs: String, _ sign: UInt8) {
      for byte in signs.utf8 { kinds[Int(byte)] = UInt32(sign) << 24 }
    }
    set("@", at)
    // An escape may stand for an at sign.
    set("&%", encoding)
    set("([{", bracket)
    // A full-width `＠` begins so, as do other signs of its kind.
    kinds[0xEF] = UInt32(wide) << 24
    for digit in "0123456789".utf8 { kinds[Int(digit)] = 1 }
    kinds[Int(UInt8(ascii: "."))] = 1 << 8
    kinds[Int(UInt8(ascii: ":"))] = 1 << 16
    return kinds
  }()
}

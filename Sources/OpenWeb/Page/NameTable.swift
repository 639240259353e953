/// Finds a known name by the hash its bytes gave while they were read.
struct NameTable<Name: RawRepresentable & CaseIterable & Sendable>: Sendable
where Name.RawValue == String {
  private let slots: [(key: UInt64, name: Name)]
  private let unknown: Name

  init(unknown: Name) {
    var slots = [(key: UInt64, name: Name)](repeating: (0, unknown), count: 1024)
    for name in Name.allCases where !name.rawValue.isEmpty {
      let key = name.rawValue.utf8.reduce(NameHash.start) { NameHash.adding($1, to: $0) }
      var index = NameTable.slot(of: key)
      while slots[index].key != 0 { index = (index + 1) & 1023 }
      slots[index] = (key, name)
    }
    self.slots = slots
    self.unknown = unknown
  }

  /// Ten bits; names of one or two letters differ in their hash's low bits only.
  private static func slot(of key: UInt64) -> Int {
    Int((key &* 0x9E37_79B9_7F4A_7C15) >> 54)
  }

  func name(withHash key: UInt64) -> Name {
    var index = NameTable.slot(of: key)
    while slots[index].key != 0 {
      if slots[index].key == key { return slots[index].name }
      index = (index + 1) & 1023
    }
    return unknown
  }
}

/// FNV-1a over the bytes of a name, ASCII letters in lower case, one byte at a time.
enum NameHash {
  static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  static func adding(_ byte: UInt8, to hash: UInt64) -> UInt64 {
    (hash ^ UInt64(lowercased(byte))) &* 0x0000_0100_0000_01B3
  }
}

/// `A` → `a`; any other byte stays.
func lowercased(_ byte: UInt8) -> UInt8 {
  byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
}

func isLetter(_ byte: UInt8) -> Bool {
  lowercased(byte) &- UInt8(ascii: "a") < 26
}

/// Tab, line feed, form feed, carriage return, space.
func isSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
}

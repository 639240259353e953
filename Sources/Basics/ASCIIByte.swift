/// What a byte of ASCII is.
extension UInt8 {
  /// `a` to `z`.
  @inlinable package var isASCIISmallLetter: Bool { self >= 0x61 && self <= 0x7A }

  /// `A` to `Z`, `a` to `z`, `0` to `9`.
  @inlinable package var isASCIILetterOrDigit: Bool {
    (self | 0x20).isASCIISmallLetter || self >= 0x30 && self <= 0x39
  }

  /// 0 to 15 of a hexadecimal digit in either case; nil of any other byte.
  @inlinable package var hexDigitValue: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46, 0x61...0x66: (self | 0x20) - 0x61 + 10
    default: nil
    }
  }

  /// `0` to `9` and `a` to `f` for 0 to 15.
  @inlinable package static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 + value : 0x61 + value - 10
  }
}

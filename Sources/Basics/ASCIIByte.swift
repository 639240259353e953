/// What a byte of ASCII is.
extension UInt8 {
  /// `a` to `z`.
  @inlinable package var isASCIISmallLetter: Bool { self >= 0x61 && self <= 0x7A }

  /// `A` to `Z`, `a` to `z`, `0` to `9`.
  @inlinable package var isASCIILetterOrDigit: Bool {
    (self | 0x20).isASCIISmallLetter || self >= 0x30 && self <= 0x39
  }
}

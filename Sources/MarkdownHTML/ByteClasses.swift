internal import Basics

extension UInt8 {
  var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }
  /// Space, tab, line end, form feed.
  var isASCIIBlank: Bool { self == 0x20 || self >= 0x09 && self <= 0x0D }
  var isASCIIPunctuation: Bool { self > 0x20 && self < 0x7F && !isASCIILetterOrDigit }
  var asciiLowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a text stands at an offset, byte for byte.
  func has(_ text: StaticString, at offset: Int) -> Bool {
    guard offset >= 0, offset + text.utf8CodeUnitCount <= count else { return false }
    for index in 0..<text.utf8CodeUnitCount
    where self[offset + index] != text.utf8Start[index] { return false }
    return true
  }
}

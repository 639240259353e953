/// Hides what a text says and keeps its shape: whatever a record that cannot be read holds, nobody's
/// name, handle or address is left of it.
enum Masking {
  /// `{"user": "ann7"}` → `{"xxxx": "xxx0"}`: a letter or any other sign outside ASCII becomes an `x`,
  /// a digit a `0`, one for each, so that columns stay.
  static func masked(_ bytes: [UInt8]) -> [UInt8] {
    bytes.compactMap { byte in
      if ByteClass.isLetter(byte) || byte >= 0xC0 { return UInt8(ascii: "x") }
      if ByteClass.isDigit(byte) { return UInt8(ascii: "0") }
      return byte < 0x80 ? byte : nil
    }
  }

  /// The same for one value, of which a date or number stays: `later` → `xxxxx`, `2018-02-30` as it is.
  static func masked(value: String) -> String {
    let isNumber = value.utf8.allSatisfy { ByteClass.isDigit($0) || "-+:.TZe".utf8.contains($0) }
    if isNumber, Minimisation.minimised(value.utf8) == value { return value }
    return String(decoding: masked(Array(value.utf8)), as: UTF8.self)
  }
}

import Basics
import Testing

@Suite struct PercentCodingTests {
  @Test(
    "encodes all that an address cannot hold",
    arguments: [
      ("märz", "m%C3%A4rz"), ("a b", "a%20b"), ("a/b", "a%2Fb"), ("100%", "100%25"),
      ("A-z_0.~", "A-z_0.~"), ("\u{1}", "%01"), ("", ""),
    ])
  func encodes(text: String, encoded: String) {
    #expect(PercentCoding.encoded(text) == encoded)
    #expect(PercentCoding.decoded(strictly: encoded) == text)
  }

  @Test func keepsOneCharacter() {
    #expect(PercentCoding.encoded("a b/c", keeping: UInt8(ascii: "/")) == "a%20b/c")
  }

  @Test(
    "decodes what is encoded and leaves the rest",
    arguments: [
      ("a%20b", "a b"), ("%c3%A4", "ä"), ("a%2Fb%2fc", "a%2Fb%2fc"), ("100%", "100%"),
      ("%zz%4", "%zz%4"), ("%2541", "%41"), ("%%41", "%A"),
    ])
  func decodes(text: String, decoded: String) {
    let bytes = PercentCoding.decoded(Array(text.utf8), keeping: UInt8(ascii: "/"))
    #expect(String(decoding: bytes, as: UTF8.self) == decoded)
  }

  @Test("refuses what is no encoded text", arguments: ["%", "a%2", "%zz", "%%41", "%ff", "%+1"])
  func refuses(text: String) {
    #expect(PercentCoding.decoded(strictly: text) == nil)
  }
}

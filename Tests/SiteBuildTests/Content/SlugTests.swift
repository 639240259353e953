import SiteBuild
import Testing

@Suite struct SlugTests {
  @Test(
    "makes an address of any text that has Latin letters or digits",
    arguments: [
      ("FreeCodeCamp/C++ & Café", "freecodecamp-c-cafe"), ("  a  b ", "a-b"), ("Ærø", "aero"),
      ("Straße 7", "strasse-7"), ("Łódź", "lodz"), ("cafe\u{301}", "cafe"), ("2018-Q1", "2018-q1"),
      ("部屋 a", "a"), ("ǅ", "dz"),
    ])
  func makesAnAddress(text: String, address: String) {
    #expect(Slug(of: text)?.text == address)
  }

  @Test(arguments: ["", "部屋", "—", " ", String(repeating: "a", count: 81)])
  func makesNoneOf(text: String) {
    #expect(Slug(of: text) == nil)
  }
}

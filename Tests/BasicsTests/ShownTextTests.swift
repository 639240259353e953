import Basics
import Testing

struct ShownTextTests {
  @Test(
    "shows what a text says and nothing else",
    arguments: [
      ("Größe — שלום 1", "Größe — שלום 1"),
      ("a\u{202E}gpj.exe\u{202C}", "agpj.exe"),
      ("a\u{2067}b", "a\u{2067}b\u{2069}"),
      ("\u{2069}a\u{2066}\u{2068}b\u{2069}", "\u{2069}a\u{2066}\u{2068}b\u{2069}\u{2069}"),
      ("a\u{E0041}\u{E007F}b", "ab"),
    ])
  func neutralisesDirection(text: String, shown: String) {
    #expect(text.shown.unicodeScalars.elementsEqual(shown.unicodeScalars))
  }
}

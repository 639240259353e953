import Basics
import Testing

struct MixedAlphabetsTests {
  @Test(
    "finds the word that mixes alphabets",
    arguments: [
      ("P\u{430}ypal helpers", "P\u{430}ypal", "Latin", "Cyrillic"),
      ("Forum \u{391}thens", "\u{391}thens", "Greek", "Latin"),
      ("c\u{3BF}\u{43C}", "c\u{3BF}\u{43C}", "Latin", "Greek"),
      ("e\u{301}\u{430}", "e\u{301}\u{430}", "Latin", "Cyrillic"),
      ("\u{13A0}BC", "\u{13A0}BC", "Cherokee", "Latin"),
      ("\u{FF41}\u{561}", "\u{FF41}\u{561}", "Latin", "Armenian"),
    ])
  func finds(text: String, word: String, first: String, second: String) throws {
    let mixed = try #require(MixedAlphabets(in: text))
    #expect(mixed.word.unicodeScalars.elementsEqual(word.unicodeScalars))
    #expect(mixed.first.rawValue == first)
    #expect(mixed.second.rawValue == second)
  }

  @Test(
    "leaves names alone that are written in one alphabet, or in several words",
    arguments: [
      "", "Halyard", "Größe", "Москва", "Αθήνα", "Клуб iPhone", "iPhone-Клуб", "東京Swift", "שלום R2",
      "100 Ω", "Ångström e\u{301}",
    ])
  func leavesAlone(text: String) {
    #expect(MixedAlphabets(in: text) == nil)
  }
}

import Basics
import Testing

/// The integer examples of CLDR 46, `plurals.xml`.
@Suite struct PluralRuleTests {
  @Test(
    "chooses the form that a language uses with a count",
    arguments: [
      ("en", [0, 2, 3, 16, 100], "other"), ("en", [1], "one"), ("de-AT", [1], "one"),
      ("fr", [0, 1], "one"), ("fr", [2, 17, 1000], "other"),
      ("ar", [0], "zero"), ("ar", [1], "one"), ("ar", [2], "two"),
      ("ar", [3, 10, 103, 110, 1003], "few"), ("ar", [11, 26, 99, 111, 1011], "many"),
      ("ar", [100, 102, 200, 202, 1000, 1_000_000], "other"),
      ("he", [1], "one"), ("he", [2], "two"), ("he", [0, 3, 17, 100], "other"),
      ("ru", [1, 21, 31, 101, 1001], "one"), ("ru", [2, 4, 22, 102, 1002], "few"),
      ("ru", [0, 5, 19, 100, 1000, 11, 12, 14, 111], "many"),
      ("pl", [1], "one"), ("pl", [2, 4, 22, 102], "few"), ("pl", [0, 5, 12, 21, 100], "many"),
      ("cs", [1], "one"), ("cs", [2, 4], "few"), ("cs", [0, 5, 19, 100], "other"),
      ("ja", [0, 1, 15, 100], "other"),
      ("hr", [1, 21, 31, 101, 1001], "one"), ("sr-Latn", [2, 4, 22, 24, 102, 1002], "few"),
      ("bs", [0, 5, 11, 12, 14, 19, 100, 111, 112, 1000], "other"),
      ("sl", [1, 101, 201, 1001], "one"), ("sl", [2, 102, 202, 1002], "two"),
      ("sl", [3, 4, 103, 104, 1003], "few"), ("sl", [0, 5, 11, 19, 21, 22, 100, 1000], "other"),
      ("lt", [1, 21, 31, 101, 1001], "one"), ("lt", [2, 9, 22, 29, 102, 1002], "few"),
      ("lt", [0, 10, 11, 12, 19, 20, 30, 100, 111, 119, 1000], "other"),
      ("lv", [0, 10, 11, 12, 19, 20, 30, 100, 111, 1000], "zero"),
      ("lv", [1, 21, 31, 101, 1001], "one"), ("lv", [2, 9, 22, 29, 102, 1002], "other"),
      ("ro", [1], "one"), ("mo", [0, 2, 16, 19, 101, 102, 119, 1001, 1019], "few"),
      ("ro", [20, 35, 99, 100, 120, 1000, 1_000_000], "other"),
      ("ga", [1], "one"), ("ga", [2], "two"), ("ga", [3, 6], "few"), ("ga", [7, 10], "many"),
      ("ga", [0, 11, 25, 100, 101, 1003], "other"),
      ("cy", [0], "zero"), ("cy", [1], "one"), ("cy", [2], "two"), ("cy", [3], "few"),
      ("cy", [6], "many"), ("cy", [4, 5, 7, 20, 100, 103, 1000], "other"),
      ("mt", [1], "one"), ("mt", [2], "two"), ("mt", [0, 3, 10, 103, 109, 1003], "few"),
      ("mt", [11, 19, 111, 117, 1011], "many"),
      ("mt", [20, 35, 100, 101, 102, 1000, 1_000_000], "other"),
      ("is", [1, 21, 101], "one"), ("mk", [0, 2, 11, 16, 100, 111], "other"),
    ])
  func choosesForm(language: String, counts: [Int], form: String) {
    let rule = PluralRule(language: language)
    for count in counts {
      #expect(rule.form(of: count).rawValue == form, "\(language) \(count)")
      #expect(rule.forms.contains(rule.form(of: count)))
    }
  }

  @Test(
    "takes nothing for one in the languages that do",
    arguments: ["fa", "hi", "bn", "gu", "kn", "am", "zu", "pa", "si", "fr", "pt-BR", "hy"])
  func takesNothingForOne(language: String) {
    let rule = PluralRule(language: language)
    #expect([0, 1, 2, 11, 100].map(rule.form) == [.one, .one, .other, .other, .other])
  }

  @Test("asks for each form of a language with some count")
  func asksForEachForm() {
    let languages = [
      "en", "fr", "he", "ar", "ru", "pl", "hr", "sl", "cs", "lt", "lv", "ro", "ga", "cy", "mt",
      "is", "ja",
    ]
    for language in languages {
      let rule = PluralRule(language: language)
      #expect(Set((0...200).map(rule.form)) == Set(rule.forms), "\(language)")
    }
  }
}

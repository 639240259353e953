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
    ])
  func choosesForm(language: String, counts: [Int], form: String) {
    let rule = PluralRule(language: language)
    for count in counts {
      #expect(rule.form(of: count).rawValue == form, "\(language) \(count)")
      #expect(rule.forms.contains(rule.form(of: count)))
    }
  }
}

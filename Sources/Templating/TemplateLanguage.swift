/// The names that the language itself brings; its documentation is held against them.
package enum TemplateLanguage {
  /// What may stand behind `|`.
  package static var filters: [String] { Filter.names }
  /// What may stand behind `is`.
  package static var tests: [String] { Test.names }
}

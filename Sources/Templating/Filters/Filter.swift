/// The filters a template may name.
enum Filter: Int32, CaseIterable, Sendable {
  case abs, batch, capitalize, center, `default`, dictsort, escape, filesizeformat, first, float
  case groupby, indent, int, items, join, last, length, list, lower, map, max, min, reject
  case rejectattr, replace, reverse, round, safe, select, selectattr, slice, sort, string
  case striptags, sum, title, tojson, trim, truncate, unique, upper, urlencode, wordcount, wordwrap
  // The host's own.
  case number, decimal, percent, duration, date, shortdate, isodate
  /// `map(attribute=…)`, which is no filter of its own in a template.
  case mapAttribute

  var name: String { "\(self)" }

  static let aliases: [String: Filter] = ["count": .length, "d": .default, "e": .escape]

  static let names: [String] =
    allCases.filter { $0 != .mapAttribute }.map(\.name) + aliases.keys.sorted()

  init?(name: String) {
    guard
      let found = Filter.aliases[name]
        ?? Filter.allCases.first(where: { $0.name == name && $0 != .mapAttribute })
    else { return nil }
    self = found
  }

  /// Filters of Jinja2 that are left out, and what to do instead.
  static let leftOut: [String: String] = [
    "attr": "write `value.name`", "format": "use `~`, or `|number` and `|decimal`",
    "pprint": "write `|tojson(indent=2)`", "random": "a site built twice must be the same",
    "forceescape": "values are escaped by their place", "urlize": "write links in Markdown",
    "xmlattr": "write the attributes out",
  ]
}

/// The tests a template may name after `is`.
enum Test: Int32, CaseIterable, Sendable {
  case odd, even, divisibleby, defined, undefined, none, boolean, `false`, `true`, integer, float
  case lower, upper, string, mapping, number, sequence, iterable, sameas, escaped, `in`
  case eq, ne, gt, ge, lt, le
  /// What `select` without a test asks.
  case truthy

  var name: String { "\(self)" }

  static let aliases: [String: Test] = [
    "equalto": .eq, "==": .eq, "!=": .ne, ">": .gt, "greaterthan": .gt, ">=": .ge, "<": .lt,
    "lessthan": .lt, "<=": .le,
  ]

  static let names: [String] = allCases.filter { $0 != .truthy }.map(\.name) + aliases.keys.sorted()

  init?(name: String) {
    guard
      let found = Test.aliases[name]
        ?? Test.allCases.first(where: { $0.name == name && $0 != .truthy })
    else { return nil }
    self = found
  }

  /// Tests of Jinja2 that are left out, and what to do instead.
  static let leftOut: [String: String] = [
    "callable": "values have no methods; ask whether a name `is defined`",
    "filter": "the filters are the same for all pages",
    "test": "the tests are the same for all pages",
  ]

  /// How many arguments it takes beside its subject.
  var argumentCount: Int {
    switch self {
    case .divisibleby, .sameas, .in, .eq, .ne, .gt, .ge, .lt, .le: 1
    default: 0
    }
  }
}

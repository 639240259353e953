internal import Basics
internal import Measures

/// Why a figure cannot be drawn, without its place.
enum FigureFault: Error {
  case measure(MeasureError)
  case unknownCommunity(String, suggestion: String?)
  case communityNotNamed([String])
  case badAnnotation(String)
  /// The form does not show the metric; those that do.
  case unfit(ChartForm, metric: String, forms: [ChartForm])
  /// Keys that say nothing to a drawing of the whole time.
  case unused([String], ChartForm)
  case noSuchCut(String, of: String, known: [String])
  case nothingToCompare
  case nothingToShow(String)
  case unknownQuery(String, suggestion: String?)
  case unknownColumn(String, of: String, known: [String])
  /// A query without a column of numbers, where one is needed.
  case noNumbers(String)
  /// Keys that a chart of a query does not follow.
  case unusedInQuery([String])
  case tooMany(Int, of: String, limit: Int)
  /// The community is not published for want of a consent.
  case withdrawn

  var message: String {
    switch self {
    case .measure(let error): error.message
    case .unknownCommunity(let slug, _): "the site publishes no community `\(slug)`"
    case .communityNotNamed: "the site has several communities, and none is named"
    case .withdrawn: "the community has no live consent, so this is left out"
    case .unfit(let form, let metric, _): "`\(metric)` is not shown as `\(form.rawValue)`"
    case .unused(let keys, let form):
      "\(keys.map { "`\($0)`" }.joined(separator: ", ")) says nothing to a chart as `\(form.rawValue)`"
    case .noSuchCut(let key, let metric, _): "`\(metric)` is not cut by `\(key)`"
    case .nothingToCompare: "there are no two communities to compare"
    case .nothingToShow(let metric): "nothing of `\(metric)` can be shown"
    case .unknownQuery(let name, _): "the page has no query `\(name)`"
    case .unknownColumn(let column, let query, _): "the query `\(query)` has no column `\(column)`"
    case .noNumbers(let query): "the query `\(query)` has no column of numbers to be drawn"
    case .unusedInQuery(let keys):
      "\(keys.map { "`\($0)`" }.joined(separator: ", ")) says nothing to a chart of a query"
    case .tooMany(let count, let what, let limit):
      "\(count) \(what) are more than can be told apart: \(limit) at most"
    case .badAnnotation(let text): "the annotation `\(text)` names no period of the chart"
    }
  }

  /// The community that is not there.
  var missing: String? {
    if case .unknownCommunity(let slug, _) = self { slug } else { nil }
  }

  var fix: String? {
    switch self {
    case .measure(let error): error.fix
    case .unknownCommunity(_, let suggestion): suggestion
    case .communityNotNamed(let slugs): "add `community:` with " + slugs.joined(separator: " or ")
    case .withdrawn: nil
    case .unfit(_, _, let forms):
      "it is shown as " + forms.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    case .unused: "take it out: the chart shows the whole time"
    case .noSuchCut(let key, _, let known):
      suggestion(for: key, among: known)
        ?? (known.isEmpty
          ? "it has no cuts" : "it is cut by " + known.map { "`\($0)`" }.joined(separator: ", "))
    case .nothingToCompare: "add `communities:` with two or more, or `by:` with a cut of one"
    case .nothingToShow:
      "choose a longer `period:`, or another metric: values about too few people are withheld"
    case .unknownQuery(_, let suggestion):
      suggestion ?? "write the query into a block of its own: ```` ```sql NAME ````"
    case .unknownColumn(let column, _, let known):
      suggestion(for: column, among: known)
        ?? "it has " + known.map { "`\($0)`" }.joined(separator: ", ")
    case .noNumbers: "use a `table` block, or name a column with `value:`"
    case .unusedInQuery: "say it in the query"
    case .tooMany: "add a `LIMIT` to the query"
    case .badAnnotation: "write it as `2018-Q1: a remark`"
    }
  }
}

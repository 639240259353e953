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
    case .badAnnotation(let text): "the annotation `\(text)` names no period of the chart"
    }
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
    case .badAnnotation: "write it as `2018-Q1: a remark`"
    }
  }
}

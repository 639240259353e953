internal import Measures

/// Why a figure cannot be drawn, without its place.
enum FigureFault: Error {
  case measure(MeasureError)
  case unknownCommunity(String, suggestion: String?)
  case communityNotNamed([String])
  case badAnnotation(String)
  /// The community is not published for want of a consent.
  case withdrawn

  var message: String {
    switch self {
    case .measure(let error): error.message
    case .unknownCommunity(let slug, _): "the site publishes no community `\(slug)`"
    case .communityNotNamed: "the site has several communities, and none is named"
    case .withdrawn: "the community has no live consent, so this is left out"
    case .badAnnotation(let text): "the annotation `\(text)` names no period of the chart"
    }
  }

  var fix: String? {
    switch self {
    case .measure(let error): error.fix
    case .unknownCommunity(_, let suggestion): suggestion
    case .communityNotNamed(let slugs): "add `community:` with " + slugs.joined(separator: " or ")
    case .withdrawn: nil
    case .badAnnotation: "write it as `2018-Q1: a remark`"
    }
  }
}

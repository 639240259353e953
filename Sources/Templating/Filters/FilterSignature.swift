/// What a filter takes and gives.
struct FilterSignature: Sendable {
  /// What the value before `|` may be.
  enum Accepts: Sendable {
    case anything
    /// Whatever has a form as text.
    case printable
    case number
    case list
    case map
    /// A list or a map or a text.
    case sized
  }

  enum Gives: Sendable {
    case fixed(StaticType)
    /// Text; markup when it is given markup.
    case text
    case subject
    /// An element of the list.
    case element
    /// A list of the elements.
    case elements
    /// A list of lists of the elements.
    case groups
    case any
  }

  struct Parameter: Sendable {
    var name: String
    /// nil: it must be given.
    var fallback: Constant?
    /// Whether it is the path of a field, written as a literal.
    var isPath = false

    init(_ name: String, _ fallback: Constant? = nil, isPath: Bool = false) {
      self.name = name
      self.fallback = fallback
      self.isPath = isPath
    }
  }

  var accepts: Accepts
  var parameters: [Parameter]
  var gives: Gives

  init(_ accepts: Accepts, _ gives: Gives, _ parameters: [Parameter] = []) {
    self.accepts = accepts
    self.parameters = parameters
    self.gives = gives
  }
}

extension Filter {
  /// Parameters and their defaults are Jinja2's.
  var signature: FilterSignature {
    switch self {
    case .capitalize, .lower, .upper, .title: FilterSignature(.printable, .text)
    case .string: FilterSignature(.anything, .text)
    case .trim: FilterSignature(.printable, .text, [.init("chars", Constant.none)])
    case .center: FilterSignature(.printable, .text, [.init("width", .integer(80))])
    case .replace:
      FilterSignature(
        .printable, .text, [.init("old"), .init("new"), .init("count", Constant.none)])
    case .indent:
      FilterSignature(
        .printable, .text,
        [
          .init("width", .integer(4)), .init("first", .boolean(false)),
          .init("blank", .boolean(false)),
        ])
    case .truncate:
      FilterSignature(
        .printable, .text,
        [
          .init("length", .integer(255)), .init("killwords", .boolean(false)),
          .init("end", .text("...")), .init("leeway", Constant.none),
        ])
    case .wordwrap:
      FilterSignature(
        .printable, .fixed(.text),
        [
          .init("width", .integer(79)), .init("break_long_words", .boolean(true)),
          .init("wrapstring", Constant.none), .init("break_on_hyphens", .boolean(true)),
        ])
    case .striptags: FilterSignature(.printable, .fixed(.text))
    case .wordcount: FilterSignature(.printable, .fixed(.integer))
    case .escape, .safe: FilterSignature(.printable, .fixed(.html))
    case .urlencode: FilterSignature(.anything, .fixed(.text))
    case .tojson: FilterSignature(.anything, .fixed(.json), [.init("indent", Constant.none)])
    case .default:
      FilterSignature(
        .anything, .any,
        [.init("default_value", .text("")), .init("boolean", .boolean(false))])
    default: numberSignature ?? listSignature
    }
  }

  private var numberSignature: FilterSignature? {
    switch self {
    case .abs: FilterSignature(.number, .subject)
    case .round:
      FilterSignature(
        .number, .subject, [.init("precision", .integer(0)), .init("method", .text("common"))])
    case .int:
      FilterSignature(
        .anything, .fixed(.integer), [.init("default", .integer(0)), .init("base", .integer(10))])
    case .float:
      FilterSignature(.anything, .fixed(.number), [.init("default", .number(0))])
    case .filesizeformat:
      FilterSignature(.printable, .fixed(.text), [.init("binary", .boolean(false))])
    case .number: FilterSignature(.number, .fixed(.text))
    case .decimal: FilterSignature(.number, .fixed(.text), [.init("places", .integer(1))])
    case .percent: FilterSignature(.number, .fixed(.text), [.init("places", .integer(0))])
    case .duration: FilterSignature(.number, .fixed(.text))
    case .date:
      FilterSignature(.printable, .fixed(.text), [.init("space", .text("\u{A0}"))])
    case .shortdate, .isodate: FilterSignature(.printable, .fixed(.text))
    default: nil
    }
  }

  private var listSignature: FilterSignature {
    let caseSensitive = FilterSignature.Parameter("case_sensitive", .boolean(false))
    let attribute = FilterSignature.Parameter("attribute", Constant.none, isPath: true)
    switch self {
    case .first, .last: return FilterSignature(.sized, .element)
    case .length: return FilterSignature(.sized, .fixed(.integer))
    case .list: return FilterSignature(.sized, .elements)
    case .reverse: return FilterSignature(.sized, .subject)
    case .items: return FilterSignature(.map, .fixed(.list(.tuple([.text, .any]))))
    case .dictsort:
      return FilterSignature(
        .map, .fixed(.list(.tuple([.text, .any]))),
        [caseSensitive, .init("by", .text("key")), .init("reverse", .boolean(false))])
    case .join: return FilterSignature(.sized, .fixed(.text), [.init("d", .text("")), attribute])
    case .sort:
      return FilterSignature(
        .sized, .elements, [.init("reverse", .boolean(false)), caseSensitive, attribute])
    case .unique: return FilterSignature(.sized, .elements, [caseSensitive, attribute])
    case .min, .max: return FilterSignature(.sized, .element, [caseSensitive, attribute])
    case .sum: return FilterSignature(.list, .any, [attribute, .init("start", .integer(0))])
    case .batch, .slice:
      let count = self == .batch ? "linecount" : "slices"
      return FilterSignature(
        .sized, .groups, [.init(count), .init("fill_with", Constant.none)])
    case .groupby:
      return FilterSignature(
        .list, .any,
        [.init("attribute", isPath: true), .init("default", Constant.none), caseSensitive])
    default: return FilterSignature(.sized, .elements)
    }
  }
}

/// What is known of a value at load time.
indirect enum StaticType: Sendable, Equatable {
  /// Nothing: checked while rendering.
  case any
  /// Known to be missing.
  case undefined
  case none, boolean, integer, number
  case text, html, url, asset, style, json
  case list(StaticType)
  case tuple([StaticType])
  case map
  case record(RecordModel)
  /// One result of `groupby`: `grouper` and `list`, with the type of the elements.
  case group(StaticType)
  case optional(StaticType)
  case namespace, cycler, joiner

  init(_ model: ModelType) {
    switch model {
    case .text: self = .text
    case .html: self = .html
    case .url: self = .url
    case .asset: self = .asset
    case .integer: self = .integer
    case .number: self = .number
    case .boolean: self = .boolean
    case .json: self = .json
    case .style: self = .style
    case .list(let element): self = .list(StaticType(element))
    case .record(let record): self = .record(record)
    case .optional(let inner): self = .optional(StaticType(inner))
    case .any: self = .any
    }
  }
}

extension StaticType {
  var isOptional: Bool {
    if case .optional = self { true } else { false }
  }

  /// The type once a guard has shown that the value is there.
  var present: StaticType {
    if case .optional(let inner) = self { inner } else { self }
  }

  var isNumeric: Bool { self == .integer || self == .number || self == .boolean }

  var isTextual: Bool {
    switch self {
    case .text, .html, .url, .asset, .style, .json: true
    default: false
    }
  }

  /// Lists, records and the like, which have no form as text.
  var isContainer: Bool {
    switch self {
    case .list, .tuple, .map, .record, .group, .namespace, .cycler, .joiner: true
    default: false
    }
  }

  /// The type of what `for` runs over; nil when it is no list.
  var element: StaticType? {
    switch self {
    case .list(let element): element
    case .tuple(let items): items.dropFirst().reduce(items.first ?? .any) { $0.joined(with: $1) }
    case .group(let element): StaticType.any.joined(with: .list(element))
    case .map: .text
    case .any, .undefined: .any
    default: isTextual ? .text : nil
    }
  }

  /// What a value is when it is the one or the other.
  func joined(with other: StaticType) -> StaticType {
    if self == other { return self }
    switch (self, other) {
    case (.undefined, let known), (let known, .undefined):
      return known == .any || known.isOptional ? known : .optional(known)
    case (.optional(let a), .optional(let b)), (.optional(let a), let b), (let a, .optional(let b)):
      return a == b ? .optional(a) : .any
    case (.integer, .number), (.number, .integer): return .number
    case (.list(let a), .list(let b)): return .list(a.joined(with: b))
    default: return .any
    }
  }

  /// `a text`, `a list of records` in a message.
  var spoken: String {
    switch self {
    case .any: "a value"
    case .undefined: "a missing value"
    case .none: "`none`"
    case .boolean: "a yes or no"
    case .integer: "a whole number"
    case .number: "a number"
    case .text: "a text"
    case .html: "markup"
    case .url: "an address"
    case .asset: "a file of this site"
    case .style: "a style value"
    case .json: "JSON"
    case .list, .tuple: "a list"
    case .map: "a map"
    case .record(let model): "a record (\(model.name))"
    case .group: "a group"
    case .optional(let inner): inner.spoken + " that may be missing"
    case .namespace: "a namespace"
    case .cycler: "a cycler"
    case .joiner: "a joiner"
    }
  }
}

internal import Basics

// Filters and tests: looked up, checked and written.
extension Compiler {
  mutating func filtered(
    _ subject: Expression, _ name: String, _ arguments: Arguments, at place: Place
  ) -> Operand {
    guard let filter = Filter(name: name) else { return unknownFilter(name, at: place) }
    switch filter {
    case .default: return defaulted(subject, arguments, at: place)
    case .map: return mapped(subject, arguments, at: place)
    case .select, .reject, .selectattr, .rejectattr:
      return selected(filter, subject, arguments, at: place)
    default: break
    }
    let operand = filterSubject(filter, subject, at: place)
    return apply(filter, to: operand, arguments, at: place)
  }

  /// What these filters make of a missing value is known, so it needs no guard in lenient checking.
  mutating func filterSubject(
    _ filter: Filter, _ subject: Expression, at place: Place
  ) -> Operand {
    let operand = value(subject)
    guard !filter.signature.accepts.allows(operand.type) else { return operand }
    reportStrict(
      TemplatingCodes.type,
      "`\(filter.name)` needs \(filter.signature.accepts.spoken), not \(operand.type.spoken)",
      at: place)
    return operand
  }

  mutating func unknownFilter(_ name: String, at place: Place) -> Operand {
    if let instead = Filter.leftOut[name] {
      report(
        TemplatingCodes.unsupported, "the filter `\(name)` is left out", at: place, fix: instead)
    } else {
      report(
        TemplatingCodes.unknownFilter, "unknown filter `\(name)`", at: place,
        fix: suggestion(for: name, among: Filter.names))
    }
    return invalid()
  }

  mutating func apply(
    _ filter: Filter, to subject: Operand, _ arguments: Arguments, at place: Place
  ) -> Operand {
    let signature = filter.signature
    let names = signature.parameters.map(\.name)
    guard let values = matched(arguments, names, of: filter.name, at: place) else {
      return invalid()
    }
    var slots = [slot(of: subject, at: place)]
    var pathType: StaticType?
    for (parameter, value) in zip(signature.parameters, values) {
      guard let value else {
        guard let fallback = parameter.fallback else {
          refuse(
            TemplatingCodes.arguments, "`\(filter.name)` needs `\(parameter.name)`", at: place)
          return invalid()
        }
        slots.append(constantSlot(fallback))
        continue
      }
      if parameter.isPath {
        let path = path(value, of: subject.type.element ?? .any)
        slots.append(path.slot)
        pathType = path.type
      } else {
        slots.append(slotValue(value))
      }
    }
    let keepsWhole = mustKeepWhole(subject.type, filter, values, at: place)
    let type = resultType(filter, subject.type, pathType, values)
    return emitFilter(filter, slots, type, keepsWhole: keepsWhole, at: place)
  }

  /// Whether a filter must ask while rendering if it is given markup, since it would cut that apart.
  ///
  /// Half a tag that stands beside a text would be a tag with that text in it. Where it is known
  /// already that the value is markup, this is reported here.
  mutating func mustKeepWhole(
    _ subject: StaticType, _ filter: Filter, _ arguments: [Expression?], at place: Place
  ) -> Bool {
    guard isStrict else { return false }
    let isCut: Bool
    switch filter {
    case .truncate, .reverse, .first, .last, .list, .batch, .slice: isCut = true
    case .replace, .trim: isCut = !arguments.allSatisfy { $0?.isHarmless ?? true }
    case .indent:
      // A width that is a number is harmless, which is seen while rendering.
      let width = arguments.first ?? nil
      return !(width?.isHarmless ?? true)
    default: isCut = false
    }
    guard isCut else { return false }
    guard subject == .html else { return filter == .replace || filter == .trim }
    report(
      TemplatingCodes.type, "`\(filter.name)` would cut markup apart", at: place,
      fix: "write `|striptags` before it")
    return false
  }

  mutating func emitFilter(
    _ filter: Filter, _ slots: [Int32], _ type: StaticType, keepsWhole: Bool = false,
    at place: Place
  ) -> Operand {
    guard slots.count <= 15 else {
      report(TemplatingCodes.limit, "more than 14 arguments", at: place)
      return invalid()
    }
    let target = newSlot()
    let operation: Operation = keepsWhole ? .wholeFilter : .filter
    emit(operation, [filter.rawValue, target, Int32(slots.count)] + slots, at: place)
    return made(target, type)
  }

  func resultType(
    _ filter: Filter, _ subject: StaticType, _ path: StaticType?, _ arguments: [Expression?]
  ) -> StaticType {
    let element = subject.element ?? .any
    switch filter {
    case .sum:
      let summed = path ?? element
      return summed.present.isNumeric
        ? (summed.present == .boolean ? .integer : summed.present) : .any
    case .groupby: return .list(.group(element))
    case .min, .max, .first, .last: return element == .any ? .any : element
    case .join where element == .html || path == .html: return .html
    case .join where element == .any: return .any
    case .reverse where !subject.isTextual: return .list(element)
    case .round: return subject == .integer || subject == .boolean ? .integer : subject
    case .abs: return subject == .boolean ? .integer : subject
    // A number out of a text may be one of the data, too.
    case .int, .float: if guardsUnknown, !subject.isNumeric { return .any }
    default: break
    }
    switch filter.signature.gives {
    case .fixed(let type): return type
    case .text: return subject == .html ? .html : subject == .any ? .any : .text
    case .subject: return subject
    case .element: return element
    case .elements: return .list(element)
    case .groups: return .list(.list(element))
    case .any: return .any
    }
  }

}

extension FilterSignature.Accepts {
  func allows(_ type: StaticType) -> Bool {
    if type == .any || type == .undefined { return true }
    switch self {
    case .anything: return true
    case .printable: return !type.isContainer
    case .number: return type.isNumeric
    case .list: return type.element != nil && !type.isTextual
    case .map: return type == .map || type.isRecord
    case .sized: return type.element != nil
    }
  }

  var spoken: String {
    switch self {
    case .anything: "a value"
    case .printable: "a text"
    case .number: "a number"
    case .list: "a list"
    case .map: "a map"
    case .sized: "a list"
    }
  }
}

extension Filter {
  /// Whether `map` can apply it: it names no other filter itself.
  var isSimple: Bool {
    switch self {
    case .map, .mapAttribute, .select, .reject, .selectattr, .rejectattr: false
    default: true
    }
  }
}

extension Expression {
  /// A literal without anything of a tag or a reference.
  fileprivate var isHarmless: Bool {
    switch kind {
    case .text(let text): !text.utf8.contains { "<>&;\"'=".utf8.contains($0) }
    case .integer, .none: true
    default: false
    }
  }
}

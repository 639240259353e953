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
  private mutating func filterSubject(
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

  private mutating func unknownFilter(_ name: String, at place: Place) -> Operand {
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

  private mutating func apply(
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
          report(
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
    let type = resultType(filter, subject.type, pathType, values)
    return emitFilter(filter, slots, type, at: place)
  }

  private mutating func emitFilter(
    _ filter: Filter, _ slots: [Int32], _ type: StaticType, at place: Place
  ) -> Operand {
    guard slots.count <= 15 else {
      report(TemplatingCodes.limit, "more than 14 arguments", at: place)
      return invalid()
    }
    let target = newSlot()
    emit(.filter, [filter.rawValue, target, Int32(slots.count)] + slots, at: place)
    return made(target, type)
  }

  private func resultType(
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
    case .int, .float, .decimal: break
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

  // MARK: Paths

  /// `attribute='author.name'`: a constant list of names; checked where the element is a record.
  private mutating func path(
    _ expression: Expression, of element: StaticType
  ) -> (slot: Int32, type: StaticType) {
    switch expression.kind {
    case .none: return (constantSlot(.none), element)
    case .integer(let index):
      return (constantSlot(.list([.list([.integer(index)])])), .any)
    case .text(let text):
      let paths = text.split(separator: ",", omittingEmptySubsequences: false).map { part in
        part.split(separator: ".").map { step in
          Int(step).map { Constant.integer($0) } ?? .text(String(step))
        }
      }
      var type = StaticType.any
      for path in paths { type = checkPath(path, element, at: expression.place) }
      return (constantSlot(.list(paths.map { .list($0) })), paths.count == 1 ? type : .any)
    default:
      report(
        TemplatingCodes.unsupported, "the name of a field must be written as a string",
        at: expression.place)
      return (constantSlot(.none), .any)
    }
  }

  private mutating func checkPath(
    _ path: [Constant], _ element: StaticType, at place: Place
  ) -> StaticType {
    var type = element
    for step in path {
      guard case .text(let name) = step, case .record(let model) = type.present else { return .any }
      guard let index = model.index(of: name) else {
        report(
          TemplatingCodes.unknownName, "unknown field `\(name)` on \(model.name)", at: place,
          fix: suggestion(for: name, among: model.fields.map(\.name)))
        return .any
      }
      let field = StaticType(model.fields[index].type)
      type = type.isOptional && !field.isOptional ? .optional(field) : field
    }
    return type
  }
}

// MARK: Filters with rules of their own

extension Compiler {
  /// `value|default('…')`: the one filter whose value may be missing.
  private mutating func defaulted(
    _ subject: Expression, _ arguments: Arguments, at place: Place
  ) -> Operand {
    guard
      let values = matched(arguments, ["default_value", "boolean"], of: "default", at: place)
    else { return invalid() }
    let operand = tolerant(subject)
    let fallback = values[0].map { anyValue($0) } ?? constant(.text(""))
    let boolean = values[1].map { slotValue($0) } ?? constantSlot(.boolean(false))
    let slots = [slot(of: operand, at: place), slot(of: fallback, at: place), boolean]
    let type =
      operand.type == .undefined ? fallback.type : operand.type.present.joined(with: fallback.type)
    return emitFilter(.default, slots, type, at: place)
  }

  /// A value that is asked about: a name that is not known counts as missing.
  private mutating func tolerant(_ subject: Expression) -> Operand {
    if case .name(let name) = subject.kind, binding(name) == nil {
      return constant(.undefined(name))
    }
    return anyValue(subject)
  }

  /// `map('upper')` and `map(attribute='name')`.
  private mutating func mapped(
    _ subject: Expression, _ arguments: Arguments, at place: Place
  ) -> Operand {
    let list = filterSubject(.map, subject, at: place)
    let source = slot(of: list, at: place)
    let element = list.type.element ?? .any
    guard let first = arguments.positional.first else {
      guard let values = matched(arguments, ["attribute", "default"], of: "map", at: place),
        let attribute = values[0]
      else {
        report(
          TemplatingCodes.arguments, "`map` needs a filter or an attribute", at: place,
          fix: "write `map('upper')` or `map(attribute='name')`")
        return invalid()
      }
      let path = path(attribute, of: element)
      let fallback = values[1].map { slotValue($0) } ?? constantSlot(.undefined(""))
      let type = values[1] == nil ? path.type : .any
      return emitFilter(.mapAttribute, [source, path.slot, fallback], .list(type), at: place)
    }
    guard case .text(let name) = first.kind, let filter = Filter(name: name) else {
      return invalidName(first, "filter", Filter.names)
    }
    var rest = arguments
    rest.positional.removeFirst()
    guard filter.isSimple, let slots = nestedSlots(filter, element, rest, at: place) else {
      report(
        TemplatingCodes.unsupported, "`map` cannot apply `\(name)`", at: first.place,
        fix: "write a loop")
      return invalid()
    }
    let type = resultType(filter, element, nil, [])
    return emitFilter(
      .map, [source, constantSlot(.integer(Int(filter.rawValue)))] + slots, .list(type), at: place)
  }

  private mutating func nestedSlots(
    _ filter: Filter, _ element: StaticType, _ arguments: Arguments, at place: Place
  ) -> [Int32]? {
    let parameters = filter.signature.parameters
    guard let values = matched(arguments, parameters.map(\.name), of: filter.name, at: place) else {
      return nil
    }
    var slots: [Int32] = []
    for (parameter, value) in zip(parameters, values) {
      if let value {
        slots.append(
          parameter.isPath ? path(value, of: element.element ?? .any).slot : slotValue(value))
      } else if let fallback = parameter.fallback {
        slots.append(constantSlot(fallback))
      } else {
        return nil
      }
    }
    return slots
  }

  private mutating func invalidName(
    _ expression: Expression, _ kind: String, _ names: [String]
  ) -> Operand {
    guard case .text(let name) = expression.kind else {
      report(
        TemplatingCodes.unsupported, "the name of a \(kind) must be written as a string",
        at: expression.place)
      return invalid()
    }
    report(
      TemplatingCodes.unknownFilter, "unknown \(kind) `\(name)`", at: expression.place,
      fix: suggestion(for: name, among: names))
    return invalid()
  }

  /// `select('odd')`, `rejectattr('closed')`, `selectattr('state', 'equalto', 'open')`.
  private mutating func selected(
    _ filter: Filter, _ subject: Expression, _ arguments: Arguments, at place: Place
  ) -> Operand {
    let list = filterSubject(filter, subject, at: place)
    let element = list.type.element ?? .any
    var slots = [slot(of: list, at: place)]
    var rest = arguments.positional[...]
    if filter == .selectattr || filter == .rejectattr {
      guard let attribute = rest.popFirst() else {
        report(TemplatingCodes.arguments, "`\(filter.name)` needs a field", at: place)
        return invalid()
      }
      slots.append(path(attribute, of: element).slot)
    } else {
      slots.append(constantSlot(.none))
    }
    var test = Test.truthy
    if let name = rest.popFirst() {
      guard case .text(let text) = name.kind, let found = Test(name: text) else {
        return invalidName(name, "test", Test.names)
      }
      test = found
      requireCount(test, rest.count, at: name.place)
    }
    slots.append(constantSlot(.integer(Int(test.rawValue))))
    for argument in rest { slots.append(slotValue(argument)) }
    return emitFilter(filter, slots, .list(element), at: place)
  }

  private mutating func requireCount(_ test: Test, _ count: Int, at place: Place) {
    guard count != test.argumentCount else { return }
    report(
      TemplatingCodes.arguments,
      "the test `\(test.name)` takes \(test.argumentCount) arguments, not \(count)", at: place)
  }

  // MARK: Tests

  mutating func tested(
    _ subject: Expression, _ name: String, _ arguments: Arguments, at place: Place
  ) -> Operand {
    guard let test = Test(name: name), test != .truthy else {
      report(
        TemplatingCodes.unknownFilter, "unknown test `\(name)`", at: place,
        fix: suggestion(for: name, among: Test.names))
      return invalid()
    }
    requireCount(test, arguments.positional.count, at: place)
    if test == .defined || test == .undefined {
      return askedWhetherDefined(subject, test, at: place)
    }
    let operand = anyValue(subject)
    if test == .none, isStrict, operand.type.isOptional {
      return emitTest(.undefined, [slot(of: operand, at: place)], at: place)
    }
    let slots = [slot(of: operand, at: place)] + arguments.positional.map { slotValue($0) }
    guard slots.count == test.argumentCount + 1 else { return invalid() }
    return emitTest(test, slots, at: place)
  }

  private mutating func emitTest(_ test: Test, _ slots: [Int32], at place: Place) -> Operand {
    let target = newSlot()
    emit(.test, [test.rawValue, target, Int32(slots.count)] + slots, at: place)
    return made(target, .boolean)
  }

  /// A name that a page does not have is known to be missing: its branch is left out.
  private mutating func askedWhetherDefined(
    _ subject: Expression, _ test: Test, at place: Place
  ) -> Operand {
    let wanted = test == .defined
    switch subject.kind {
    case .name(let name):
      if case .value(let operand)? = binding(name) {
        if operand.type == .undefined { return constant(.boolean(!wanted)) }
        break
      }
      return constant(.boolean(wanted == (binding(name) != nil || BuiltIn(rawValue: name) != nil)))
    case .field(let owner, let name):
      if case .name(let alias) = owner.kind, case .module(let module)? = binding(alias) {
        return constant(.boolean(wanted == (module.bindings[name] != nil)))
      }
      guard isStrict, case .name(let root) = owner.kind, case .value(let record)? = binding(root),
        case .record(let model) = narrowed(record).type, model.index(of: name) == nil
      else { break }
      return constant(.boolean(!wanted))
    default: break
    }
    let operand = anyValue(subject)
    return emitTest(test, [slot(of: operand, at: place)], at: place)
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
  fileprivate var isSimple: Bool {
    switch self {
    case .map, .mapAttribute, .select, .reject, .selectattr, .rejectattr, .default: false
    default: true
    }
  }
}

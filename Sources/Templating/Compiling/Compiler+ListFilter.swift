internal import Basics

// Filters with rules of their own: `default`, and those that name another filter or a test.
extension Compiler {
  /// `value|default('…')`: the one filter whose value may be missing.
  mutating func defaulted(
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
  mutating func tolerant(_ subject: Expression) -> Operand {
    if case .name(let name) = subject.kind, binding(name) == nil {
      return constant(.undefined(name))
    }
    return anyValue(subject)
  }

  /// `map('upper')` and `map(attribute='name')`.
  mutating func mapped(
    _ subject: Expression, _ arguments: Arguments, at place: Place
  ) -> Operand {
    let list = filterSubject(.map, subject, at: place)
    let source = slot(of: list, at: place)
    let element = list.type.element ?? .any
    guard let first = arguments.positional.first else {
      guard let values = matched(arguments, ["attribute", "default"], of: "map", at: place),
        let attribute = values[0]
      else {
        refuse(
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
    guard filter.isSimple, let nested = nestedSlots(filter, element, rest, at: place) else {
      report(
        TemplatingCodes.unsupported, "`map` cannot apply `\(name)`", at: first.place,
        fix: "write a loop")
      return invalid()
    }
    let type = resultType(filter, element, nil, [])
    let slots = [source, constantSlot(.integer(Int(filter.rawValue)))] + nested.slots
    return emitFilter(.map, slots, .list(type), keepsWhole: nested.keepsWhole, at: place)
  }

  mutating func nestedSlots(
    _ filter: Filter, _ element: StaticType, _ arguments: Arguments, at place: Place
  ) -> (slots: [Int32], keepsWhole: Bool)? {
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
    return (slots, mustKeepWhole(element, filter, values, at: place))
  }

  mutating func invalidName(
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
  mutating func selected(
    _ filter: Filter, _ subject: Expression, _ arguments: Arguments, at place: Place
  ) -> Operand {
    let list = filterSubject(filter, subject, at: place)
    let element = list.type.element ?? .any
    var slots = [slot(of: list, at: place)]
    var rest = arguments.positional[...]
    if filter == .selectattr || filter == .rejectattr {
      guard let attribute = rest.popFirst() else {
        refuse(TemplatingCodes.arguments, "`\(filter.name)` needs a field", at: place)
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

  mutating func requireCount(_ test: Test, _ count: Int, at place: Place) {
    guard count != test.argumentCount else { return }
    refuse(
      TemplatingCodes.arguments,
      "the test `\(test.name)` takes \(countText(test.argumentCount, "argument")), not \(count)",
      at: place)
  }
}

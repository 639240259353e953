internal import Basics

// Functions: those of every template, and those of the host.
extension Compiler {
  mutating func function(
    _ number: Int32, _ operands: [Operand], _ type: StaticType, at place: Place
  ) -> Operand {
    guard operands.count <= 12 else {
      report(TemplatingCodes.limit, "more than 12 arguments", at: place)
      return invalid()
    }
    let slots = operands.map { slot(of: $0, at: place) }
    let target = newSlot()
    emit(.function, [number, target, Int32(slots.count)] + slots, at: place)
    return made(target, type)
  }

  mutating func call(
    _ builtIn: BuiltIn, _ arguments: Arguments, at place: Place
  ) -> Operand {
    if let first = arguments.named.first, builtIn != .dict, builtIn != .namespace {
      if builtIn != .joiner || first.name != "sep" {
        refuse(
          TemplatingCodes.arguments, "`\(builtIn.rawValue)` has no parameter `\(first.name)`",
          at: first.place)
        return invalid()
      }
      let operand = value(first.value)
      return function(builtIn.number, [operand], .joiner, at: place)
    }
    let operands = arguments.positional.map { value($0) }
    let counts = builtIn.argumentCounts
    guard counts.contains(operands.count) else {
      refuse(
        TemplatingCodes.arguments, "`\(builtIn.rawValue)` cannot take \(operands.count) arguments",
        at: place)
      return invalid()
    }
    switch builtIn {
    case .dict, .namespace: return callMap(builtIn, operands, arguments.named, at: place)
    case .range: return function(builtIn.number, operands, .list(.integer), at: place)
    case .cycler: return function(builtIn.number, operands, .cycler, at: place)
    case .joiner: return function(builtIn.number, operands, .joiner, at: place)
    }
  }

  /// `dict(a=1)` and `namespace(a=1)`.
  mutating func callMap(
    _ builtIn: BuiltIn, _ operands: [Operand], _ named: [NamedArgument], at place: Place
  ) -> Operand {
    let pairs = named.map {
      (key: Expression(kind: .text($0.name), place: $0.place), value: $0.value)
    }
    let map = anyValue(Expression(kind: .dictionary(pairs), place: place))
    let type: StaticType = builtIn == .dict ? .map : .namespace
    return function(builtIn.number, [map] + operands, type, at: place)
  }

  mutating func callHost(
    _ index: Int, _ arguments: Arguments, _ type: StaticType = .any, at place: Place
  ) -> Operand {
    let host = hosts[index]
    let names = host.parameters.map(\.name)
    guard let values = matched(arguments, names, of: host.name, at: place) else { return invalid() }
    var slots: [Int32] = []
    for (parameter, value) in zip(host.parameters, values) {
      if parameter.isRequired, value == nil {
        refuse(
          TemplatingCodes.arguments, "`\(host.name)` needs `\(parameter.name)`", at: place)
        return invalid()
      }
      slots.append(value.map { slotValue($0) } ?? constantSlot(.none))
    }
    let target = newSlot()
    emit(.host, [Int32(index), target, Int32(slots.count)] + slots, at: place)
    return made(target, type)
  }

  /// Puts arguments in the order of parameters; nil, and a report, when they do not fit.
  mutating func matched(
    _ arguments: Arguments, _ parameters: [String], of name: String, at place: Place
  ) -> [Expression?]? {
    var values: [Expression?] = parameters.map { _ in nil }
    guard arguments.positional.count <= parameters.count else {
      refuse(
        TemplatingCodes.arguments, "`\(name)` takes \(atMost(arguments: parameters.count))",
        at: arguments.positional[parameters.count].place)
      return nil
    }
    for (index, value) in arguments.positional.enumerated() { values[index] = value }
    for argument in arguments.named {
      guard let index = parameters.firstIndex(of: argument.name) else {
        refuse(
          TemplatingCodes.arguments, "`\(name)` has no parameter `\(argument.name)`",
          at: argument.place, fix: suggestion(for: argument.name, among: parameters))
        return nil
      }
      guard values[index] == nil else {
        refuse(
          TemplatingCodes.arguments, "`\(argument.name)` is given twice", at: argument.place)
        return nil
      }
      values[index] = argument.value
    }
    return values
  }
}

/// `no arguments`, `1 argument at most` in a message.
func atMost(arguments count: Int) -> String {
  count == 0 ? "no arguments" : countText(count, "argument") + " at most"
}

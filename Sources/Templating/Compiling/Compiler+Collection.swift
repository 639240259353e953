internal import Basics

extension Compiler {
  mutating func collection(
    _ operation: Operation, _ items: [Expression], at place: Place
  ) -> Operand {
    let operands = items.map { anyValue($0) }
    let slots = zip(operands, items).map { slot(of: $0, at: $1.place) }
    let target = newSlot()
    emit(operation, [target, Int32(slots.count)] + slots, at: place)
    let types = operands.map(\.type)
    if operation == .tuple { return made(target, .tuple(types)) }
    let element = types.dropFirst().reduce(types.first ?? .any) { $0.joined(with: $1) }
    return made(target, .list(element))
  }

  mutating func dictionary(
    _ pairs: [(key: Expression, value: Expression)], at place: Place
  ) -> Operand {
    var slots: [Int32] = []
    for pair in pairs {
      slots.append(slotValue(pair.key))
      slots.append(slot(of: anyValue(pair.value), at: pair.value.place))
    }
    let target = newSlot()
    emit(.map, [target, Int32(slots.count)] + slots, at: place)
    return made(target, .map)
  }

  mutating func element(
    of subject: Expression, _ index: Expression, at place: Place
  ) -> Operand {
    if case .text(let name) = index.kind { return field(of: subject, name, at: place) }
    let list = value(subject)
    requireWhole(list.type, at: place)
    let position = value(index)
    let target = newSlot()
    let slots = [slot(of: list, at: place), slot(of: position, at: place)]
    emit(.index, [target] + slots, at: place)
    return made(target, elementType(list.type, position.constant, subject))
  }

  mutating func elementType(
    _ type: StaticType, _ index: Constant?, _ subject: Expression
  ) -> StaticType {
    if case .tuple(let items) = type, case .integer(let number)? = index {
      return items.indices.contains(number) ? items[number] : .any
    }
    if case .group(let element) = type, case .integer(let number)? = index {
      return number == 0 ? .any : .list(element)
    }
    switch type {
    case .list(let element): return element
    case .any, .map, .undefined: return .any
    default:
      if type.isTextual { return .text }
      reportStrict(
        TemplatingCodes.type, "\(spokenName(subject)) is \(type.spoken), it has no elements",
        at: subject.place)
      return .any
    }
  }

  mutating func requireWhole(_ type: StaticType, at place: Place) {
    guard isStrict, type == .html else { return }
    report(
      TemplatingCodes.type, "markup cannot be taken apart", at: place,
      fix: "write `|striptags` before it")
  }

  mutating func slice(
    _ subject: Expression, _ bounds: SliceBounds, at place: Place
  ) -> Operand {
    let list = value(subject)
    requireWhole(list.type, at: place)
    let missing = constantSlot(.none)
    var slots = [slot(of: list, at: place)]
    for bound in [bounds.from, bounds.to, bounds.step] {
      slots.append(bound.map { slotValue($0) } ?? missing)
    }
    let target = newSlot()
    emit(.slice, [target] + slots, at: place)
    if case .tuple = list.type { return made(target, .list(list.type.element ?? .any)) }
    return made(target, list.type)
  }
}

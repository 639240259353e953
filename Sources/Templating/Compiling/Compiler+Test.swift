internal import Basics

// Tests: `is name`.
extension Compiler {
  mutating func tested(
    _ subject: Expression, _ name: String, _ arguments: Arguments, at place: Place
  ) -> Operand {
    if let instead = Test.leftOut[name] {
      report(TemplatingCodes.unsupported, "the test `\(name)` is left out", at: place, fix: instead)
      return invalid()
    }
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

  mutating func emitTest(_ test: Test, _ slots: [Int32], at place: Place) -> Operand {
    let target = newSlot()
    emit(.test, [test.rawValue, target, Int32(slots.count)] + slots, at: place)
    return made(target, .boolean)
  }

  /// A name that a page does not have is known to be missing: its branch is left out.
  mutating func askedWhetherDefined(
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

internal import Basics

// Writing instructions.
extension Compiler {
  var codeCount: Int { functions[current].code.count }

  mutating func emit(_ operation: Operation, _ operands: [Int32], at place: Place) {
    let last = functions[current].places.last
    if last?.place != place || last?.chain != chain {
      functions[current].places.append((codeCount, place, chain))
    }
    functions[current].code.append(operation.code)
    functions[current].code += operands
    functions[current].openLiteral = nil
  }

  /// Writes an instruction together with the literal text right before it, where there is some: in
  /// a loop that halves the steps.
  mutating func emit(
    _ operation: Operation, afterLiteral fused: Operation, _ operands: [Int32], at place: Place
  ) {
    guard let open = functions[current].openLiteral else {
      return emit(operation, operands, at: place)
    }
    // Text cannot fail, so the place is that of what follows it.
    functions[current].places.removeAll { $0.offset >= open }
    functions[current].places.append((open, place, chain))
    functions[current].code[open] = fused.code
    functions[current].code += operands
    functions[current].openLiteral = nil
  }

  /// Literal bytes; added to the instruction before when that is literal too.
  mutating func emitLiteral(_ bytes: [UInt8], at place: Place) {
    guard !bytes.isEmpty else { return }
    let start = literal.count
    literal += bytes
    if let open = functions[current].openLiteral,
      functions[current].code[open + 1] + functions[current].code[open + 2] == Int32(start)
    {
      functions[current].code[open + 2] += Int32(bytes.count)
      return
    }
    let open = codeCount
    emit(.text, [Int32(start), Int32(bytes.count)], at: place)
    functions[current].openLiteral = open
  }

  /// Writes a jump whose target is not yet known; the result goes to ``land(_:)``.
  mutating func emitJump(
    _ operation: Operation, _ operands: [Int32] = [], at place: Place
  ) -> Int {
    emit(operation, operands + [0], at: place)
    functions[current].jumpSites.append(codeCount - 1)
    return codeCount - 1
  }

  /// Makes a jump lead to here.
  mutating func land(_ site: Int) {
    functions[current].code[site] = Int32(codeCount)
    functions[current].openLiteral = nil
  }

  /// A place in the code that may be jumped to.
  mutating func label() -> Int32 {
    functions[current].openLiteral = nil
    return Int32(codeCount)
  }

  mutating func emitJump(
    _ operation: Operation, afterLiteral fused: Operation, _ operands: [Int32],
    to target: Int32, at place: Place
  ) {
    emit(operation, afterLiteral: fused, operands + [target], at: place)
    functions[current].jumpSites.append(codeCount - 1)
  }
}

// MARK: Slots

extension Compiler {
  /// The function in whose frame new slots are made.
  var frame: Int { functions[current].frame }

  mutating func newSlot(_ count: Int32 = 1) -> Int32 {
    let slot = functions[frame].slotCount
    functions[frame].slotCount += count
    // Slots of a frame count down from -1; a run of them must go up in memory, see `slot(_:at:)`.
    return frame == 0 ? slot : ~slot
  }

  /// The slot `offset` places after another of the same run.
  func slot(_ base: Int32, at offset: Int32) -> Int32 {
    base >= 0 ? base + offset : base - offset
  }

  mutating func constant(_ value: Constant) -> Operand {
    Operand(slot: constantSlot(value), type: value.type, constant: value)
  }

  mutating func constantSlot(_ value: Constant) -> Int32 {
    if let known = constants[value] { return known }
    let slot = functions[0].slotCount
    functions[0].slotCount += 1
    constants[value] = slot
    constantList.append((Int(slot), value))
    return slot
  }

  /// An operand that stands for something already reported.
  mutating func invalid() -> Operand {
    Operand(slot: constantSlot(.none), type: .any)
  }

  /// The value as a slot of its own.
  mutating func slot(of operand: Operand, at place: Place) -> Int32 {
    guard operand.field >= 0 else { return operand.slot }
    let target = newSlot()
    emit(.move, [target, operand.slot, operand.field], at: place)
    return target
  }

  /// A new variable that holds the value.
  mutating func variable(_ operand: Operand, at place: Place) -> Operand {
    let target = newSlot()
    emit(.move, [target, operand.slot, operand.field], at: place)
    return made(target, operand.type)
  }

  /// A new value of this frame, with a path of its own so that guards can name it.
  mutating func made(_ slot: Int32, _ type: StaticType) -> Operand {
    Operand(slot: slot, type: type, path: "#\(identifier())", owner: slot >= 0 ? 0 : frame)
  }
}

extension Constant {
  var type: StaticType {
    switch self {
    case .undefined: .undefined
    case .none: StaticType.none
    case .boolean: .boolean
    case .integer: .integer
    case .number: .number
    case .text: .text
    case .list(let items): .tuple(items.map(\.type))
    }
  }

  var isTrue: Bool {
    switch self {
    case .undefined, .none: false
    case .boolean(let value): value
    case .integer(let value): value != 0
    case .number(let value): value != 0
    case .text(let value): !value.isEmpty
    case .list(let items): !items.isEmpty
    }
  }
}

extension MachineRun {
  /// Runs the instructions; `at` stays at the one that failed.
  ///
  /// One function with one `switch`, since each step must stay a few machine instructions: the
  /// compiler keeps the code, the slots and the place in registers. Whatever is rare is a call.
  mutating func execute(_ program: borrowing Program, _ at: inout Int) throws(Fault) {
    let code = UnsafePointer(program.code)
    let literal = UnsafePointer(program.literal)
    let arguments = arguments
    var slots = slots
    var frame = slots
    var next = 0

    @inline(__always) func slot(_ operand: Int32) -> UnsafeMutablePointer<Value> {
      operand >= 0 ? slots + Int(operand) : frame + Int(~operand)
    }
    @inline(__always) func value(_ operand: Int32) -> Value { slot(operand).pointee }
    @inline(__always) func value(_ operand: Int32, _ field: Int32) -> Value {
      let whole = slot(operand).pointee
      guard field >= 0 else { return whole }
      // The check at load time promises a record; a wrong promise must not read foreign memory.
      guard whole.tag == .record, field < whole.length else { return .undefined }
      return whole.address.assumingMemoryBound(to: Value.self)[Int(field)]
    }

    while true {
      at = next
      let here = code + next
      switch Operation(code: here[0]) {
      case .text:
        work.output.appendLiteral(literal + Int(here[1]), Int(here[2]))
        next += 3
      case .emit:
        try emit(value(here[1], here[2]))
        next += 3
      case .textEmit:
        work.output.appendLiteral(literal + Int(here[1]), Int(here[2]))
        try emit(value(here[3], here[4]))
        next += 5
      case .emitAs:
        try emit(value(here[2], here[3]), as: here[1])
        next += 4
      case .textEmitAs:
        work.output.appendLiteral(literal + Int(here[1]), Int(here[2]))
        try emit(value(here[4], here[5]), as: here[3])
        next += 6
      case .move:
        slot(here[1]).pointee = value(here[2], here[3])
        next += 4
      case .lookup:
        slot(here[1]).pointee = try work.field(of: value(here[2]), named: value(here[3]))
        next += 4
      case .index:
        slot(here[1]).pointee = try work.element(of: value(here[2]), at: value(here[3]))
        next += 4
      case .slice:
        slot(here[1]).pointee = try work.slice(
          value(here[2]), value(here[3]), value(here[4]), value(here[5]))
        next += 6
      case .jump: next = Int(here[1])
      case .jumpIfFalse: next = value(here[1], here[2]).isTrue ? next + 4 : Int(here[3])
      case .jumpIfTrue: next = value(here[1], here[2]).isTrue ? Int(here[3]) : next + 4
      case .loopStart:
        var list = value(here[2], here[3])
        if list.tag != .list { list = try work.elements(of: list) }
        let loop = slot(here[1])
        loop[1] = list
        loop[2] = Value(0)
        loop[3] = .undefined
        if list.length == 0 {
          next = Int(here[4])
        } else {
          loop[0] = list.address.assumingMemoryBound(to: Value.self)[0]
          next += 5
        }
      case .loopNext:
        next = advance(slot(here[1])) ? Int(here[2]) : next + 3
        try work.countTurn()
      case .textLoopNext:
        work.output.appendLiteral(literal + Int(here[1]), Int(here[2]))
        next = advance(slot(here[3])) ? Int(here[4]) : next + 5
        try work.countTurn()
      case .loopField:
        slot(here[1]).pointee = loopField(
          slot(here[2]), LoopField(rawValue: here[3]).unsafelyUnwrapped)
        next += 4
      case .loopChanged:
        let loop = slot(here[2])
        let current = value(here[3])
        var isSame = false
        if loop[3].mark == 1 { isSame = try work.equal(loop[4], current) }
        loop[3].mark = 1
        loop[4] = current
        slot(here[1]).pointee = Value(!isSame)
        next += 4
      case .newList:
        let items = try work.elements(of: value(here[2]))
        var list = work.arena.list([])
        if items.count > 0 {
          list = Value(.list, address: UnsafeRawPointer(work.arena.values(items.count)), length: 0)
        }
        slot(here[1]).pointee = list
        next += 3
      case .append:
        let list = slot(here[1])
        UnsafeMutableRawPointer(mutating: list.pointee.address).assumingMemoryBound(
          to: Value.self)[list.pointee.count] = value(here[2])
        list.pointee.length += 1
        next += 3
      case .arithmetic:
        slot(here[2]).pointee = try work.calculate(
          Arithmetic(rawValue: here[1]).unsafelyUnwrapped, value(here[3]), value(here[4]))
        next += 5
      case .negate:
        slot(here[1]).pointee = try work.negated(value(here[2]))
        next += 3
      case .plus:
        slot(here[1]).pointee = try work.unchanged(value(here[2]))
        next += 3
      case .not:
        slot(here[1]).pointee = Value(!value(here[2]).isTrue)
        next += 3
      case .compare:
        slot(here[2]).pointee = Value(
          try work.compare(
            Comparison(rawValue: here[1]).unsafelyUnwrapped, value(here[3]), value(here[4])))
        next += 5
      case .concatenate, .list, .tuple, .map:
        let count = Int(here[2])
        let parts = (0..<count).map { value(here[3 + $0]) }
        slot(here[1]).pointee = try make(Operation(code: here[0]), parts)
        next += 3 + count
      case .unpack:
        let count = Int(here[2])
        let items = try unpacked(value(here[1]), count)
        for index in 0..<count { slot(here[3 + index]).pointee = items.items[index] }
        next += 3 + count
      case .filter, .wholeFilter, .test, .function:
        let count = Int(here[3])
        for index in 0..<count { arguments[index] = value(here[4 + index]) }
        slot(here[2]).pointee = try work.apply(
          here[0], here[1], UnsafeBufferPointer(start: arguments, count: count))
        next += 4 + count
      case .host:
        let count = Int(here[3])
        let arguments = (0..<count).map { value(here[4 + $0]) }
        slot(here[2]).pointee = try call(host(Int(here[1]), of: program), arguments)
        next += 4 + count
      case .call:
        let count = Int(here[3])
        let size = Int(here[2])
        let offset = frame - slots
        try push(
          CallRecord(
            returnTo: next + 4 + count, frame: offset, top: top, escapes: work.escapes), program)
        reserve(size)
        slots = self.slots
        frame = slots + offset
        let callee = slots + top
        for index in 0..<count { callee[index] = value(here[4 + index]) }
        (callee + count).update(repeating: .undefined, count: size - count)
        frame = callee
        top += size
        next = Int(here[1])
      case .callBody:
        let count = Int(here[3])
        let target = slots + value(here[1]).integer
        try push(
          CallRecord(
            returnTo: next + 4 + count * 2, frame: frame - slots, top: top, escapes: work.escapes),
          program)
        for index in 0..<count {
          let argument = value(here[4 + index * 2])
          let destination = here[5 + index * 2]
          (destination >= 0 ? slots + Int(destination) : target + Int(~destination)).pointee =
            argument
        }
        frame = target
        next = Int(here[2])
      case .closure:
        slot(here[1]).pointee = Value(frame - slots)
        next += 2
      case .returns:
        let record = calls.removeLast()
        frame = slots + record.frame
        top = record.top
        work.escapes = record.escapes
        next = record.returnTo
      case .escaping:
        work.escapes = here[1] == 1
        next += 2
      case .captureStart:
        captures.append(work.output.count)
        next += 1
      case .captureEnd:
        slot(here[1]).pointee = try endCapture(here[2] == 1 ? .html : .text)
        next += 3
      case .setField:
        try setField(value(here[1]), value(here[2]), value(here[3]))
        next += 4
      case .require:
        let value = value(here[1])
        if value.isMissing { throw work.missing(value) }
        next += 2
      case .fail: throw program.messages[Int(here[1])]
      case .end: return
      }
    }
  }
}

/// One instruction of a compiled template; what follows it in the code stands behind each case.
///
/// A *slot* is an operand: 0 and up counts from the start of memory (the page's values, constants,
/// variables of the main template), below 0 from the frame of the running macro. A *field* is the
/// place of a value inside the record in the slot, or -1 for the slot itself.
enum Operation: UInt8 {
  /// offset, length: literal bytes
  case text
  /// slot, field: as HTML text or inside a quoted attribute
  case emit
  /// escaper, slot, field
  case emitAs
  /// offset, length, then as `emit`: literal bytes and the value behind them in one step
  case textEmit
  /// offset, length, then as `emitAs`
  case textEmitAs
  /// target, slot, field
  case move
  /// target, slot, name: the field of that name, missing when there is none
  case lookup
  /// target, slot, index
  case index
  /// target, slot, from, to, step
  case slice
  /// place in the code
  case jump
  /// slot, field, place in the code
  case jumpIfFalse
  case jumpIfTrue
  /// loop, slot, field, place in the code for an empty list
  case loopStart
  /// loop, place in the code of the body
  case loopNext
  /// offset, length, then as `loopNext`
  case textLoopNext
  /// target, loop, which
  case loopField
  /// target, loop, slot: whether the value differs from the last time
  case loopChanged
  /// target, slot: an empty list with room for as many elements as the slot has
  case newList
  /// list, slot: adds to such a list
  case append
  /// kind, target, left, right
  case arithmetic
  /// target, slot
  case negate
  case plus
  case not
  /// kind, target, left, right
  case compare
  /// target, count, slots
  case concatenate
  case list
  case tuple
  case map
  /// slot, count, targets
  case unpack
  /// which, target, count, slots
  case filter
  /// as `filter`, and refuses to cut markup apart
  case wholeFilter
  case test
  case function
  case host
  /// place in the code, size of the frame, count, slots: output goes to the page
  case call
  /// closure, place in the code, count, pairs of slot and target in the closure's frame
  case callBody
  /// target: the running frame, so that a call block can be run in it later
  case closure
  case returns
  /// 1 or 0: whether texts are escaped beside markup from here on, inside of `autoescape`
  case escaping
  case captureStart
  /// target, 1 when it is markup
  case captureEnd
  /// target, name, slot
  case setField
  /// slot: a fault when it is missing
  case require
  /// message: a fault
  case fail
  case end

  /// The instruction a word of code written by the compiler stands for.
  @inline(__always)
  init(code: Int32) {
    // The code is our own, and the raw values are 0, 1, 2 …, so a byte of it is the case itself:
    // looking it up through `init(rawValue:)` costs a call for every instruction.
    self = unsafeBitCast(UInt8(truncatingIfNeeded: code), to: Operation.self)
  }

  var code: Int32 { Int32(rawValue) }
}

/// What `loop.…` asks for.
enum LoopField: Int32, CaseIterable {
  case index, index0, revindex, revindex0, first, last, length, depth, depth0, previtem, nextitem

  var name: String { "\(self)" }

  /// Slots a loop needs: element, list, index, value for `changed`, depth.
  static let slots = 5
}

/// What an ASCII byte is to the automaton beside its class.
enum PlainClass {
  /// A word of its own.
  static let aloneFlag: UInt16 = 1 << 8
  /// What has to be decoded and folded first.
  static let notPlain = UInt16.max
}

/// A state in which a phrase ends, and the place of what ended it.
struct PhraseEnd {
  var state: Int
  var place: Int
}

/// What every step looks at.
struct PhraseTables<Cell: FixedWidthInteger> {
  let text: UnsafeBufferPointer<UInt8>
  let cells: UnsafeBufferPointer<Cell>
  let plain: UnsafeBufferPointer<UInt16>
  let rowBits: Int
  let classes: [UInt8]
}

/// The reading of one part of a text.
struct PhraseLane<Cell: FixedWidthInteger> {
  private var state: Cell
  private var place: Int
  private let end: Int
  private var found: [PhraseEnd] = []

  init(_ part: Range<Int>, _ start: Cell) {
    state = start
    place = part.lowerBound
    end = part.upperBound
  }

  var isOpen: Bool {
    @inline(__always) get { place < end }
  }

  @inline(__always)
  mutating func step(_ tables: PhraseTables<Cell>) {
    let symbol = tables.plain[Int(tables.text[place])]
    if symbol < PlainClass.aloneFlag {
      // A closed phrase ends before the gap that closes it, an open one behind its last byte.
      enter(UInt8(truncatingIfNeeded: symbol), place, tables)
      place += 1
    } else if symbol == PlainClass.notPlain {
      stepOverOther(tables)
    } else {
      stepOverMark(UInt8(truncatingIfNeeded: symbol), tables)
    }
  }

  @inline(never)
  private mutating func stepOverMark(_ mark: UInt8, _ tables: PhraseTables<Cell>) {
    let blank = UInt8(PhraseAutomaton.blankClass)
    enter(blank, place, tables)
    enter(mark, place, tables)
    enter(blank, place + 1, tables)
    place += 1
  }

  @inline(__always)
  private mutating func enter(_ symbol: UInt8, _ end: Int, _ tables: PhraseTables<Cell>) {
    let flag = Cell(1) << (Cell.bitWidth - 1)
    let next = tables.cells[Int(state) << tables.rowBits | Int(symbol)]
    state = next & ~flag
    if next & flag != 0 { found.append(PhraseEnd(state: Int(state), place: end)) }
  }

  @inline(never)
  private mutating func stepOverOther(_ tables: PhraseTables<Cell>) {
    let blank = UInt8(PhraseAutomaton.blankClass)
    let (scalar, length) = decode(tables.text, at: place)
    let symbol = LetterFolding.shared.fold(scalar)
    switch symbol.kind {
    case .nothing: break
    case .gap: enter(blank, place, tables)
    case .word: symbol.forEachByte { enter(tables.classes[Int($0)], place, tables) }
    case .alone:
      enter(blank, place, tables)
      symbol.forEachByte { enter(tables.classes[Int($0)], place, tables) }
      enter(blank, place + length, tables)
    }
    place += length
  }

  /// All that was found, a gap behind the part included.
  mutating func closed(_ tables: PhraseTables<Cell>) -> [PhraseEnd] {
    enter(UInt8(PhraseAutomaton.blankClass), end, tables)
    return found
  }
}

internal import CommunityData

/// Which codes each item has, and by which cue: for every row its marks, one a code.
///
/// A person's coding holds for the whole item: where somebody has coded it, no machine's code counts.
/// Deleted items, and those by bots and the system, have none.
struct ItemCodes: Sendable {
  /// One code of an item, in four bytes.
  struct Mark: Sendable, Equatable {
    /// A code's number in ``names``.
    var code: UInt16
    /// The phrase that gave it, a number of ``CuePhrases/all``; ``byHand`` or ``bySource``.
    var cue: UInt16

    /// Given by a person.
    static let byHand = UInt16.max
    /// Given by a machine before the snapshot was written.
    static let bySource = UInt16.max - 1

    var isHuman: Bool { cue == Mark.byHand }
  }

  /// The codes of the codex, then those that only the snapshot knows, sorted.
  let names: [String]
  /// Marks of row `r`: `marks[starts[r]..<starts[r + 1]]`.
  private let starts: [Int32]
  private let marks: [Mark]

  /// The marks of a row, by code.
  subscript(row: Int) -> ArraySlice<Mark> {
    starts.isEmpty ? [] : marks[Int(starts[row])..<Int(starts[row + 1])]
  }

  func has(_ code: Int?, _ row: Int) -> Bool {
    guard let code else { return false }
    var isFound = false
    forEachMark(of: row) { if $0.code == code { isFound = true } }
    return isFound
  }

  /// Calls with the marks of a row, by code; most rows have none.
  @inline(__always)
  func forEachMark(of row: Int, _ body: (Mark) -> Void) {
    if starts.isEmpty { return }
    for place in Int(starts[row])..<Int(starts[row + 1]) { body(marks[place]) }
  }

  /// The number of a job of the site; jobs stand behind the codes.
  func number(ofJob job: Int) -> Int { names.count + job }

  /// A code's number; nil where neither the codex nor the snapshot knows it.
  func number(of name: String) -> Int? { names.firstIndex(of: name) }

  /// No codes at all, for what asks for none.
  static let none = ItemCodes(names: [], starts: [], marks: [])

  private init(names: [String], starts: [Int32], marks: [Mark]) {
    self.names = names
    self.starts = starts
    self.marks = marks
  }

  /// `pieces` hold the marks of all rows, one stretch of rows after the other.
  init(names: [String], _ pieces: [Piece]) {
    var starts: [Int32] = [0]
    var marks: [Mark] = []
    starts.reserveCapacity(pieces.reduce(1) { $0 + $1.ends.count })
    for piece in pieces {
      let before = Int32(marks.count)
      starts += piece.ends.map { $0 + before }
      marks += piece.marks
    }
    self.init(names: names, starts: starts, marks: marks)
  }

  /// With other numbers for the codes, which leave the marks of a row in their order.
  func renumbered(_ names: [String], _ number: (Int) -> Int) -> ItemCodes {
    let marks = marks.map {
      Mark(code: UInt16(clamping: number(Int($0.code))), cue: $0.cue)
    }
    return ItemCodes(names: names, starts: starts, marks: marks)
  }

  /// The marks of some rows one after the other.
  struct Piece: Sendable {
    /// Where the marks of each row end.
    var ends: [Int32] = []
    var marks: [Mark] = []
  }
}

/// The codes as columns of an entry of the cache.
extension ItemCodes {
  func write(to output: inout CacheOutput) {
    output.column(starts)
    output.column(marks.map(\.code))
    output.column(marks.map(\.cue))
  }

  /// nil when the columns do not fit each other.
  init?(_ input: inout CacheInput, names: [String], rows: Int) {
    let starts = input.column(of: Int32.self)
    let codes = input.column(of: UInt16.self)
    let cues = input.column(of: UInt16.self)
    guard input.isGood, starts.count == rows + 1, starts.first == 0,
      Int(starts[rows]) == codes.count, codes.count == cues.count,
      zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return nil }
    self.init(names: names, starts: starts, marks: zip(codes, cues).map { Mark(code: $0, cue: $1) })
  }
}

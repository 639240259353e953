internal import CommunityData

/// In how many items of two stretches of time each word stands.
struct TermCounts: Sendable {
  /// By word: items of the period, and of the time before it.
  private(set) var now: [Int] = []
  private(set) var before: [Int] = []
  private var words = TextIndex()

  func text(_ word: Int) -> String { words.text(word) }

  /// `nowRows` of the period and `beforeRows` of the time before it, which come one after the other.
  init(_ frame: Frame, now nowRows: Range<Int>, before beforeRows: Range<Int>) {
    let all = beforeRows.lowerBound..<nowRows.upperBound
    let pieces = frame.community.overTexts(all) { rows, window in
      Piece(rows, frame, nowFrom: nowRows.lowerBound, &window)
    }
    for piece in pieces { add(piece) }
  }

  private mutating func add(_ piece: Piece) {
    for word in 0..<piece.words.count {
      let number = piece.words.withText(word) { words.add($0) }
      if number == now.count {
        now.append(0)
        before.append(0)
      }
      now[number] += Int(piece.now[word])
      before[number] += Int(piece.before[word])
    }
  }

  /// For each wanted word, those of some rows that have it, in their order.
  func rows(_ rows: Range<Int>, having wanted: Set<Int>, _ frame: Frame) -> [Int: [Int]] {
    var index = TextIndex()
    let numbers = wanted.sorted()
    for word in numbers { _ = words.withText(word) { index.add($0) } }
    let uses = frame.community.overTexts(rows) { [index] rows, window in
      var last = [Int](repeating: -1, count: index.count)
      var uses: [(word: Int, row: Int)] = []
      frame.forEachWord(in: rows, &window) { row, word in
        guard let number = index.find(word), last[number] != row else { return }
        last[number] = row
        uses.append((number, row))
      }
      return uses
    }
    var found: [Int: [Int]] = [:]
    for use in uses.joined() { found[numbers[use.word], default: []].append(use.row) }
    return found
  }

  /// The counts of some rows.
  private struct Piece: Sendable {
    var words = TextIndex()
    var now: [Int32] = []
    var before: [Int32] = []

    init(_ rows: Range<Int>, _ frame: Frame, nowFrom first: Int, _ window: inout TextWindow) {
      // The item that had each word last: a word counts once an item.
      var last: [Int] = []
      frame.forEachWord(in: rows, &window) { row, word in
        let number = words.add(word)
        if number == last.count {
          last.append(-1)
          now.append(0)
          before.append(0)
        }
        if last[number] == row { return }
        last[number] = row
        if row < first { before[number] += 1 } else { now[number] += 1 }
      }
    }
  }
}

extension Frame {
  /// Calls with each word in title and body of the items among some rows that are read.
  fileprivate func forEachWord(
    in rows: Range<Int>, _ window: inout TextWindow,
    _ body: (_ row: Int, _ word: UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var words = TermWords()
    var mask = ProseMask()
    for row in rows where isRead(row) {
      window.withBytes(items.titles[row]) { words.forEach(in: $0) { body(row, $0) } }
      window.withBytes(items.contents[row]) { text in
        mask.withProse(text, items.mediaTypes[row]) { words.forEach(in: $0) { body(row, $0) } }
      }
    }
  }
}

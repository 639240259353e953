internal import CommunityData

/// In how many items of two stretches of time each word stands.
struct TermCounts {
  /// By word: items of the period, and of the time before it.
  private(set) var now: [Int] = []
  private(set) var before: [Int] = []
  private var index = TermIndex()

  func text(_ word: Int) -> String { index.text(word) }

  /// `rows` of the period and of the time before it.
  init(_ frame: Frame, now nowRows: [Int], before beforeRows: [Int]) {
    before = count(beforeRows, frame)
    now = count(nowRows, frame)
    before += [Int](repeating: 0, count: now.count - before.count)
  }

  private mutating func count(_ rows: [Int], _ frame: Frame) -> [Int] {
    var counts: [Int] = []
    var window = TextWindow(frame.community.text)
    for row in rows {
      for word in index.words(ofRow: row, frame, &window) {
        if word >= counts.count {
          counts += [Int](repeating: 0, count: word + 1 - counts.count)
        }
        counts[word] += 1
      }
    }
    return counts + [Int](repeating: 0, count: index.count - counts.count)
  }

  /// For each wanted word, those of some rows that have it.
  mutating func rows(_ rows: [Int], having wanted: Set<Int>, _ frame: Frame) -> [Int: [Int]] {
    var found: [Int: [Int]] = [:]
    var window = TextWindow(frame.community.text)
    for row in rows {
      for word in index.words(ofRow: row, frame, &window) where wanted.contains(word) {
        found[word, default: []].append(row)
      }
    }
    return found
  }
}

/// Numbers words from 0 in the order in which they come.
private struct TermIndex {
  private var numbers: [UInt64: Int] = [:]
  private var texts: [[UInt8]] = []
  private var lastUse: [Int] = []
  private var use = 0
  private var words = TermWords()
  private var mask = ProseMask()

  var count: Int { texts.count }

  func text(_ word: Int) -> String { String(decoding: texts[word], as: UTF8.self) }

  /// The different words in title and body of an item.
  mutating func words(ofRow row: Int, _ frame: Frame, _ window: inout TextWindow) -> [Int] {
    use += 1
    var found: [Int] = []
    window.withBytes(frame.items.titles[row]) { note($0, &found) }
    var mask = take(&mask, leaving: ProseMask())
    window.withBytes(frame.items.contents[row]) { text in
      mask.withProse(text, frame.items.mediaTypes[row]) { note($0, &found) }
    }
    self.mask = mask
    return found
  }

  private mutating func note(_ text: UnsafeBufferPointer<UInt8>, _ found: inout [Int]) {
    var words = take(&words, leaving: TermWords())
    words.forEach(in: text) { word in
      let number = number(of: word)
      if lastUse[number] != use {
        lastUse[number] = use
        found.append(number)
      }
    }
    self.words = words
  }

  /// Words are told apart by 64 bits of their hash: among a million, two alike are not to be expected.
  private mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = word.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    if let known = numbers[hash] { return known }
    numbers[hash] = texts.count
    texts.append(Array(word))
    lastUse.append(-1)
    return texts.count - 1
  }
}

/// Moves a value out, so that it is not copied when it is changed.
private func take<Value>(_ place: inout Value, leaving rest: Value) -> Value {
  let value = place
  place = rest
  return value
}

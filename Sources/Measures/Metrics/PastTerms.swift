internal import Basics
internal import CommunityData

/// The rising terms that an earlier run found, and what tells whether they are those of today: a word's
/// rise follows from the items of one quarter and the year before it alone, which a refresh seldom
/// touches.
struct PastTerms: Sendable {
  struct Term: Sendable {
    var segment: String
    var score: Double
    var threads: Int

    func finding(at place: Measurement.Place) -> Finding {
      var place = place
      place.segment = Segment(text: segment)
      return Finding(part: "rising", place: place, outcome: .estimate(Estimate(score, n: threads)))
    }
  }

  let terms: [Term]
  /// Of the rows they were found in, as that run numbered them.
  let print: UInt64
  /// For each row of today its row then; nil where all are the same.
  let rows: [Int32]?

  func areOf(_ frame: Frame) -> Bool {
    PastTerms.print(of: frame, rows) == print
  }

  /// A hash of the quarter and of all rows that are read, with their day, thread and author's kind; nil
  /// where one of them has no number. Whose texts they are is told by the numbers.
  private static func print(of frame: Frame, _ rows: [Int32]?) -> UInt64? {
    guard let (compared, from) = frame.comparedRows else { return nil }
    var numbers = [Int32(from)]
    numbers.reserveCapacity(compared.count * 4 + 1)
    for row in compared where frame.isRead(row) {
      let thread = frame.threads.ofRow[row]
      let start = thread < 0 ? -1 : Int(frame.threads.starts[Int(thread)])
      let number = rows.map { $0[row] } ?? Int32(row)
      let startNumber = start < 0 ? -2 : rows.map { $0[start] } ?? Int32(start)
      if number < 0 || startNumber == -1 { return nil }
      numbers += [number, startNumber, Int32(frame.calendar.firstDay) + frame.days[row]]
      numbers.append(frame.traits[row].contains(.byPerson) ? 1 : 0)
    }
    return numbers.withUnsafeBytes { hash($0.bindMemory(to: UInt8.self)) }
  }
}

extension PastTerms {
  /// What is kept of them for a community and some settings.
  static func read(
    _ community: Community, _ settings: [UInt8], from cache: CacheFolder,
    _ notes: inout [Diagnostic]
  ) -> PastTerms? {
    let keys = keys(community, settings)
    let (found, note) = cache.read(community.slug + ".terms", of: keys) { input, number in
      PastTerms(&input, rows: number == 0 ? nil : community.known?.rows)
    }
    if let note { notes.append(note) }
    return found
  }

  /// Keeps those of a table.
  static func write(
    _ table: MeasurementTable, _ frame: Frame, _ settings: [UInt8], to cache: CacheFolder
  ) {
    let community = frame.community
    guard let key = keys(community, settings).first, community.key != nil,
      let print = print(of: frame, nil)
    else { return }
    let rows = (try? table.rows(metric: "topics.rising", community: community.slug)) ?? []
    let terms = rows.compactMap { row in
      row.result.value.map {
        Term(segment: row.segment.description, score: $0.value, threads: $0.n ?? 0)
      }
    }
    cache.write(community.slug + ".terms", of: key) { output in
      output.number(Int(Int64(bitPattern: print)))
      output.texts(terms.map(\.segment))
      output.column(terms.map(\.score.bitPattern))
      output.column(terms.map { Int64($0.threads) })
    }
  }

  private static func keys(_ community: Community, _ settings: [UInt8]) -> [CacheKey] {
    [community.key, community.known?.key].compactMap { $0 }.map {
      CacheKey([Array($0.text.utf8), settings])
    }
  }

  private init?(_ input: inout CacheInput, rows: [Int32]?) {
    print = UInt64(bitPattern: Int64(input.number()))
    let segments = input.texts()
    let scores = input.column(of: UInt64.self)
    let threads = input.column(of: Int64.self)
    guard input.isGood, segments.count == scores.count, scores.count == threads.count else {
      return nil
    }
    terms = segments.indices.map {
      Term(
        segment: segments[$0], score: Double(bitPattern: scores[$0]), threads: Int(threads[$0]))
    }
    self.rows = rows
  }
}

internal import CommunityData

/// What another engine measured of one metric.
struct MeasuredFigures: Sendable {
  let id: MetricID
  private let table: MeasuredTable
  private let rows: [String: [MeasuredTable.Place: MeasuredRow]]

  init(_ id: MetricID, _ table: MeasuredTable) {
    self.id = id
    self.table = table
    let parts = Metrics.metric(id).parts.map { part in
      let found = table.rows[MetricName(id, part.name)] ?? []
      return (part.name, Dictionary(found.map { ($0.place, $0.numbers) }) { $1 })
    }
    rows = Dictionary(uniqueKeysWithValues: parts)
  }

  var context: MeasureContext { table.context }

  /// Those of another metric.
  func of(_ id: MetricID) -> MeasuredFigures { MeasuredFigures(id, table) }

  /// The segments of a part, in the order in which they were written.
  func segments(of part: String) -> [Segment] {
    var seen: Set<Segment> = []
    return (table.rows[MetricName(id, part)] ?? []).map(\.place.segment)
      .filter { seen.insert($0).inserted }
  }

  func tally(_ tally: PeopleTally) -> Tally {
    table.tallies[tally] ?? Tally(context.calendar)
  }

  /// Distinct people in the threads that began in a period.
  func participants(in period: Period) throws(MeasuredFault) -> Int {
    guard let people = table.participants[period] else { throw .noCount("participants", period) }
    return people
  }

  /// The row of a part, or the fault that there is none.
  func row(
    _ part: String, _ period: Period, _ segment: Segment = .all
  ) throws(MeasuredFault) -> MeasuredRow {
    let place = MeasuredTable.Place(period: period, segment: segment)
    guard let row = rows[part]?[place] else { throw .noRow(MetricName(id, part), place) }
    return row
  }

  func value(_ part: String, _ period: Period) throws(MeasuredFault) -> Double {
    guard let value = try row(part, period).value else {
      throw .noNumber(MetricName(id, part), .init(period: period, segment: .all))
    }
    return value
  }

  /// How many a number rests on.
  func size(_ part: String, _ period: Period) throws(MeasuredFault) -> Int {
    guard let n = try row(part, period).n else {
      throw .noNumber(MetricName(id, part), .init(period: period, segment: .all))
    }
    return n
  }

  /// What a mean was taken of, a whole number; 0 where there was nothing.
  func total(_ part: String, _ period: Period) throws(MeasuredFault) -> Int {
    let row = try row(part, period)
    if row.n ?? 0 == 0, row.value == nil { return 0 }
    guard let n = row.n, let value = row.value,
      (0...Double(1 << 40)).contains(value * Double(n))
    else {
      throw .noNumber(MetricName(id, part), .init(period: period, segment: .all))
    }
    return Int((value * Double(n)).rounded())
  }

  /// A whole number.
  func count(
    _ part: String, _ period: Period, _ segment: Segment = .all
  ) throws(MeasuredFault) -> Int {
    let row = try row(part, period, segment)
    // The bound keeps sums of counts from overflowing.
    guard let value = row.value, let count = Int(exactly: value), (0...1 << 40).contains(count)
    else {
      throw .noNumber(MetricName(id, part), .init(period: period, segment: segment))
    }
    return count
  }

  /// One count for each period of a kind, oldest first.
  func counts(_ part: String, _ kind: Period.Kind) throws(MeasuredFault) -> [Int] {
    var counts: [Int] = []
    for place in context.calendar.places(kind) { counts.append(try count(part, place.period)) }
    return counts
  }

  /// A share as what it is a share of, and how many of these.
  func share(
    _ part: String, _ period: Period, _ segment: Segment = .all
  ) throws(MeasuredFault) -> (hits: Int, of: Int) {
    let row = try row(part, period, segment)
    // Of nobody there is no share, which the row says by having none.
    if row.n ?? 0 == 0, row.value == nil { return (0, 0) }
    guard let n = row.n, let value = row.value, (0...1).contains(value) else {
      throw .noNumber(MetricName(id, part), .init(period: period, segment: segment))
    }
    return (Int((value * Double(n)).rounded()), n)
  }

  /// The rows of a metric that rests on no count of people, as they were written.
  func findings(of metric: Metric, open: String?) throws(MeasuredFault) -> [Finding] {
    var findings: [Finding] = []
    let places = Period.Kind.allCases.flatMap { context.calendar.places($0) }
    let cutOffs = Dictionary(
      places.map { ($0.period, $0.cutOff) }, uniquingKeysWith: { first, _ in first })
    for part in metric.parts {
      var missing: Set<Segment> = []
      for row in table.rows[MetricName(id, part.name)] ?? [] {
        let (period, segment) = (row.place.period, row.place.segment)
        if let field = metric.missing(part, segment, in: table.community) {
          guard missing.insert(segment).inserted else { continue }
          findings.append(Finding(part.name, segment, missing: field))
          continue
        }
        let place = Measurement.Place(
          period: period, segment: segment, cutOff: cutOffs[period] ?? [])
        let waiting = try open.flatMap { open throws(MeasuredFault) in
          row.numbers.value == nil ? try self.row(open, period, segment).n : nil
        }
        findings.append(
          Finding(part: part.name, place: place, outcome: row.numbers.outcome(waiting)))
      }
    }
    return findings
  }
}

extension MeasuredRow {
  /// `waiting`: how many waits a quantile without a number was looked for among.
  func outcome(_ waiting: Int? = nil) -> Finding.Outcome {
    guard let value else { return .undefined((waiting ?? 0) > 0 ? .notReached : .nothing) }
    return .estimate(Estimate(value, n: n, low: low, high: high))
  }
}

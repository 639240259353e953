package import Basics
package import CommunityData

/// Measures a community and audits what may be shown, or takes the table that an earlier run kept of the
/// same data and settings.
package func measure(
  _ community: Community, _ settings: MeasureSettings, keptIn cache: CacheFolder?
) -> (table: MeasurementTable, diagnostics: [Diagnostic]) {
  if let numbers = community.numbers { return adopted(numbers, community, settings) }
  guard let cache, let input = community.key else {
    let frame = Frame(community, settings, TextFindings(community, settings.inputs))
    let (table, errors) = audited(frame)
    return (table, errors + [community.textDiagnostic].compactMap(\.self))
  }
  let name = community.slug + ".measurements"
  let key = CacheKey([Array(input.text.utf8), settings.cacheKey])
  let (known, note) = cache.read(name, of: [key]) { input, _ in
    MeasurementTable(&input, of: community.slug)
  }
  var notes = note.map { [$0] } ?? []
  if let known { return (known, notes) }
  let texts = TextFindings(community, settings.inputs, keptIn: cache, &notes)
  var frame = Frame(community, settings, texts)
  frame.pastTerms = PastTerms.read(community, settings.cacheKey, from: cache, &notes)
  var (table, errors) = audited(frame)
  if let fault = community.textDiagnostic { errors.append(fault) }
  if errors.isEmpty {
    cache.write(name, of: key) { [table] in table.write(to: &$0) }
    PastTerms.write(table, frame, settings.cacheKey, to: cache)
  }
  return (table, notes + errors)
}

extension MeasurementTable {
  /// The rows as columns: names and segments by number, numbers by their bits.
  fileprivate func write(to output: inout CacheOutput) {
    var metrics = Numbering()
    var segments = Numbering()
    output.column(rows.map { metrics.number(of: $0.metric.description) })
    output.column(rows.map { segments.number(of: $0.segment.description) })
    output.texts(metrics.texts)
    output.texts(segments.texts)
    output.column(rows.map { UInt8($0.period.kind.rawValue) })
    output.column(rows.map { Int32($0.period.year) })
    output.column(rows.map { Int32($0.period.number) })
    output.column(rows.map { $0.cutOff.rawValue })
    output.column(rows.map(\.result.code))
    output.column(rows.map { bits($0.result.value?.value) })
    output.column(rows.map { Int64($0.result.value?.n ?? -1) })
    output.column(rows.map { bits($0.result.value?.low) })
    output.column(rows.map { bits($0.result.value?.high) })
  }

  /// nil when the columns do not fit each other or name what is not there.
  fileprivate init?(_ input: inout CacheInput, of community: String) {
    let metrics = input.column(of: Int32.self)
    let segments = input.column(of: Int32.self)
    let names = input.texts().compactMap { try? Metrics.name($0) }
    let parts = names.compactMap { name in
      Metrics.metric(name.id).parts.first { $0.name == name.part }
    }
    let cuts = input.texts().map(Segment.init(text:))
    let kinds = input.column(of: UInt8.self)
    let years = input.column(of: Int32.self)
    let numbers = input.column(of: Int32.self)
    let cutOffs = input.column(of: UInt8.self)
    let codes = input.column(of: UInt8.self)
    let values = input.column(of: UInt64.self)
    let n = input.column(of: Int64.self)
    let low = input.column(of: UInt64.self)
    let high = input.column(of: UInt64.self)
    let counts = [
      segments.count, kinds.count, years.count, numbers.count, cutOffs.count, codes.count,
      values.count, n.count, low.count, high.count,
    ]
    guard input.isGood, counts.allSatisfy({ $0 == metrics.count }), parts.count == names.count
    else { return nil }
    var rows: [Measurement] = []
    rows.reserveCapacity(metrics.count)
    for row in metrics.indices {
      let (metric, segment) = (Int(metrics[row]), Int(segments[row]))
      let estimate = Estimate(
        number(values[row]) ?? 0, n: n[row] < 0 ? nil : Int(n[row]), low: number(low[row]),
        high: number(high[row]))
      guard names.indices.contains(metric), cuts.indices.contains(segment),
        let kind = Period.Kind(rawValue: Int(kinds[row])),
        let result = Published<Estimate>(code: codes[row], estimate)
      else { return nil }
      let period = Period(kind: kind, year: Int(years[row]), number: Int(numbers[row]))
      rows.append(
        Measurement(
          community: community, metric: names[metric],
          place: .init(
            period: period, segment: cuts[segment], cutOff: CutOff(rawValue: cutOffs[row])),
          unit: parts[metric].unit, result: result))
    }
    self.init(sorted: rows)
  }
}

/// Texts by number, in the order in which they came.
private struct Numbering {
  private(set) var texts: [String] = []
  private var numbers: [String: Int32] = [:]

  mutating func number(of text: String) -> Int32 {
    if let number = numbers[text] { return number }
    let number = Int32(texts.count)
    texts.append(text)
    numbers[text] = number
    return number
  }
}

/// No measurement is not a number, so that these bits can stand for none.
private func bits(_ number: Double?) -> UInt64 { (number ?? .nan).bitPattern }

private func number(_ bits: UInt64) -> Double? {
  let number = Double(bitPattern: bits)
  return number.isNaN ? nil : number
}

extension Published<Estimate> {
  private static let undefined: [UndefinedReason] = [.nothing, .notReached]

  /// 0 a value, 1 suppressed, from 2 on why it is undefined, from 16 on what is missing.
  fileprivate var code: UInt8 {
    switch self {
    case .value: 0
    case .suppressed: 1
    case .undefined(let reason): UInt8(2 + (Self.undefined.firstIndex(of: reason) ?? 0))
    case .notMeasurable(let field):
      UInt8(16 + (MeasurableField.allCases.firstIndex(of: field) ?? 0))
    }
  }

  fileprivate init?(code: UInt8, _ estimate: Estimate) {
    switch code {
    case 0: self = .value(estimate)
    case 1: self = .suppressed
    case 2..<16:
      guard Self.undefined.indices.contains(Int(code) - 2) else { return nil }
      self = .undefined(Self.undefined[Int(code) - 2])
    default:
      guard MeasurableField.allCases.indices.contains(Int(code) - 16) else { return nil }
      self = .notMeasurable(MeasurableField.allCases[Int(code) - 16])
    }
  }
}

extension MeasureSettings {
  /// All that decides about a table besides the data.
  fileprivate var cacheKey: [UInt8] {
    Array("\(publicThreshold) \(consentThreshold) \(zoneOffset)\n".utf8) + inputs.json()
  }
}

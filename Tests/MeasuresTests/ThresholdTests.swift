import Basics
import Measures
import Testing

@Suite("The threshold") struct ThresholdTests {
  /// Invented communities of a few dozen people over two years, the same in every run.
  private func community(seed: UInt64) -> CommunityBuilder {
    var dice = Dice(state: seed)
    var builder = CommunityBuilder(until: "2018-12-31T23:59:59Z")
    for post in 0..<400 {
      let day = CalendarDay(daysSinceEpoch: 17_167 + dice.roll(730))
      let time = Timestamp(Timestamp(day).description) ?? Timestamp(day)
      let person = min(dice.roll(40), dice.roll(40))
      builder.post(
        "t\(dice.roll(post / 4 + 1))", by: dice.roll(20) == 0 ? nil : "p\(padded(person, 2))",
        at: Timestamp(secondsSinceEpoch: time.secondsSinceEpoch + Int64(dice.roll(86_400)))
          .description)
    }
    return builder
  }

  @Test(
    "shows no number that tells of fewer people", arguments: 1...3 as ClosedRange<UInt64>, [5, 8])
  func showsNoNumberOfFewer(seed: UInt64, k: Int) throws {
    let settings = try MeasureSettings(publicThreshold: k)
    let table = measure(community(seed: seed).community(), settings)
    let people = Set(Metrics.all.flatMap(\.names).filter(isAboutPeople))
    var told = 0
    for row in table.rows where people.contains(row.metric) {
      guard let estimate = row.result.value else { continue }
      told += 1
      let place = "\(row.metric) \(row.period) \(row.segment)"
      #expect(!(1..<k).contains(estimate.n ?? 0), "\(place)")
      if row.unit == .people { #expect(!(1..<k).contains(Int(estimate.value)), "\(place)") }
      if row.unit == .share {
        let n = estimate.n ?? 0
        let hits = Int((estimate.value * Double(n)).rounded())
        #expect(!(1..<k).contains(hits) && !(1..<k).contains(n - hits), "\(place)")
      }
    }
    #expect(told > 100)
  }

  /// The mean of people a thread rests on threads, not on people.
  private func isAboutPeople(_ name: MetricName) -> Bool {
    let part = Metrics.metric(name.id).parts.first { $0.name == name.part }
    return part?.isAboutPeople == true && name.id != .participationDepth
  }
}

/// Numbers that look random and are the same everywhere (Knuth's linear congruence).
private struct Dice {
  var state: UInt64

  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(sides))
  }
}

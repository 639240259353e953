import Basics
import Measures
import Testing

@Suite("Time to first response") struct SurvivalTests {
  // Remission times of Freireich et al. 1963 in weeks, here in days; + in the paper is false here.
  // Medians and 95 % log-log intervals as R's survfit and Python's lifelines print them.
  static let treated: [(Int, Bool)] = [
    (6, true), (6, true), (6, true), (6, false), (7, true), (9, false), (10, true), (10, false),
    (11, false), (13, true), (16, true), (17, false), (19, false), (20, false), (22, true),
    (23, true), (25, false), (32, false), (32, false), (34, false), (35, false),
  ]
  static let placebo: [(Int, Bool)] = [
    1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23,
  ].map { ($0, true) }

  /// One thread a patient; a deleted question ends the waiting of those that left the study.
  private func table(_ patients: [(Int, Bool)]) throws -> MeasurementTable {
    var builder = CommunityBuilder(until: "2018-12-31T23:59:59Z")
    for (number, (days, hasEnded)) in patients.enumerated() {
      let end = Timestamp(moment("2018-01-01").day.adding(days: days)).description
      let thread = "t\(number)"
      builder.post(thread, by: "ana", at: "2018-01-01", deleted: hasEnded ? nil : end)
      if hasEnded { builder.post(thread, by: "ben", at: end) }
    }
    return measure(builder.community(), .standard)
  }

  @Test(
    "agrees with the published curve",
    arguments: [
      (treated, "median", 23, 13, nil), (treated, "p25", 13, 6, 22), (placebo, "median", 8, 4, 11),
      (placebo, "p25", 4, 1, 5), (placebo, "p75", 12, 8, 22),
    ] as [([(Int, Bool)], String, Int, Int, Int?)])
  func agreesWithPublishedCurve(
    patients: [(Int, Bool)], part: String, value: Int, low: Int, high: Int?
  ) throws {
    let row = try table(patients).value(
      metric: "time_to_first_response.\(part)", community: "garden", period: "2018", segment: "all")
    let estimate = try #require(row.result.value)
    #expect(estimate.n == 21)
    #expect(estimate.value == Double(value) * 86_400)
    #expect(estimate.low == Double(low) * 86_400)
    #expect(estimate.high == high.map { Double($0) * 86_400 })
  }

  @Test("says that a quantile was not reached") func saysNotReached() throws {
    let row = try table(Self.treated).value(
      metric: "time_to_first_response.p75", community: "garden", period: "2018", segment: "all")
    #expect(row.result == .undefined(.notReached))
    #expect(row.note == "not reached")
  }
}

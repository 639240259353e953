import Basics
import Testing

@Suite struct NumberTextTests {
  @Test(arguments: [
    (0, "0"), (999, "999"), (1284, "1,284"), (-1284, "\u{2212}1,284"), (1_000_000, "1,000,000"),
    (Int.min, "\u{2212}9,223,372,036,854,775,808"),
  ])
  func groupsThousands(value: Int, text: String) {
    #expect(numberText(value) == text)
  }

  @Test(arguments: [
    (5.94, 1, "5.9"), (0.05, 1, "0.1"), (-0.04, 1, "0.0"), (-2.5, 0, "\u{2212}3"),
    (1234.5, 2, "1,234.50"), (Double.nan, 1, "not a number"),
    (1e300, 2, "9,000,000,000,000,000,000"),
  ])
  func roundsToPlaces(value: Double, places: Int, text: String) {
    #expect(decimalText(value, places: places) == text)
  }

  @Test(arguments: [
    (0.714, 164, "71%"), (0.7142, 1001, "71.4%"), (11.0 / 14, 14, "11 of 14"), (1, 20, "100%"),
  ])
  func writesSharesByTheirBasis(share: Double, n: Int, text: String) {
    #expect(percentText(share, of: n) == text)
  }

  @Test(arguments: [
    (0, "0 s"), (59, "59 s"), (60, "1 min"), (3300, "55 min"), (11_100, "3 h 05"),
    (86_400, "1 d"), (187_200, "2 d 4 h"), (61 * 86_400, "61 d"), (730 * 86_400, "2 y"),
    (731 * 86_400, "2 y 1 d"), (-3300, "\u{2212}55 min"),
  ])
  func writesDurationsInTwoUnits(seconds: Int, text: String) {
    #expect(durationText(seconds: seconds) == text.replacing(" ", with: noBreakSpace))
  }
}

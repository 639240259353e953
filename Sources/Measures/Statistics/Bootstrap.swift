/// Percentile intervals by resampling (Efron 1979), the same in every run.
struct Bootstrap {
  static let draws = 2000
  private static let seed: UInt64 = 20_260_101

  private var state = Bootstrap.seed

  /// The 95 % interval of mean(after) − mean(before), each resampled by itself; quantiles are type 7.
  static func interval(
    from before: [Int], to after: [Int]
  ) -> (low: Double, high: Double)? {
    guard !before.isEmpty, !after.isEmpty else { return nil }
    var bootstrap = Bootstrap()
    // Sums of whole numbers, so that the order of adding cannot matter.
    var differences = (0..<draws).map { _ in
      bootstrap.sum(of: after) * before.count - bootstrap.sum(of: before) * after.count
    }
    differences.sort()
    let scale = Double(before.count * after.count)
    guard let low = quantile(differences, 0.025), let high = quantile(differences, 0.975) else {
      return nil
    }
    return (low / scale, high / scale)
  }

  /// The sum of as many values, drawn with replacement.
  private mutating func sum(of values: [Int]) -> Int {
    values.indices.reduce(0) { sum, _ in sum + values[index(below: values.count)] }
  }

  private mutating func index(below count: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(count)).high)
  }

  /// SplitMix64 (Steele, Lea and Flood 2014).
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

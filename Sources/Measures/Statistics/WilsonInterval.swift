/// The two-sided 95 % quantile of the normal distribution.
let normalQuantile95 = 1.959963984540054

/// The 95 % Wilson score interval of `hits` in `n` > 0 (Wilson 1927), without continuity correction.
func wilsonInterval(_ hits: Int, of n: Int) -> (low: Double, high: Double) {
  let n = Double(n)
  let share = Double(hits) / n
  let z2 = normalQuantile95 * normalQuantile95
  let middle = share + z2 / (2 * n)
  let spread =
    normalQuantile95 * (share * (1 - share) / n + z2 / (4 * n * n)).squareRoot()
  let scale = 1 + z2 / n
  // At 0 and n the formula gives 0 and 1 but for rounding.
  let low = hits == 0 ? 0 : (middle - spread) / scale
  let high = Double(hits) == n ? 1 : (middle + spread) / scale
  return (low, high)
}

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The ratio of two medians with its 95 % interval (Price and Bonett 2002, "Distribution-free
/// confidence intervals for difference and ratio of medians"); nil where a median is 0.
///
/// Both lists ascending, of at least five values each. The interval is taken on the scale of
/// logarithms.
func medianRatio(_ numerator: [Int], _ denominator: [Int]) -> Estimate? {
  guard let top = quantile(numerator, 0.5), let bottom = quantile(denominator, 0.5),
    top > 0, bottom > 0
  else { return nil }
  let relative =
    medianVariance(numerator) / (top * top)
    + medianVariance(denominator) / (bottom * bottom)
  let spread = exp(normalQuantile95 * relative.squareRoot())
  let ratio = top / bottom
  return Estimate(
    ratio, n: numerator.count + denominator.count, low: ratio / spread, high: ratio * spread)
}

/// The variance of a median, from the distance of two order statistics whose cover is known exactly
/// from the binomial distribution.
private func medianVariance(_ ascending: [Int]) -> Double {
  let n = ascending.count
  let rank = max(1, Int((Double(n + 1) / 2 - Double(n).squareRoot()).rounded()))
  let distance = Double(ascending[n - rank] - ascending[rank - 1])
  let quantile = upperNormalQuantile(binomialTail(n, below: rank))
  return (distance / (2 * quantile)) * (distance / (2 * quantile))
}

/// The probability of fewer than `rank` heads in n tosses of a fair coin.
private func binomialTail(_ n: Int, below rank: Int) -> Double {
  var logarithm = -Double(n) * log(2)
  var sum = 0.0
  for heads in 0..<rank {
    sum += exp(logarithm)
    logarithm += log(Double(n - heads) / Double(heads + 1))
  }
  return sum
}

/// The z > 0 that a standard normal variable exceeds with probability `tail` < ½, by bisection to the
/// last bit.
private func upperNormalQuantile(_ tail: Double) -> Double {
  var low = 0.0
  var high = 40.0
  while true {
    let middle = (low + high) / 2
    if middle <= low || middle >= high { return middle }
    if erfc(middle / 2.0.squareRoot()) / 2 > tail { low = middle } else { high = middle }
  }
}

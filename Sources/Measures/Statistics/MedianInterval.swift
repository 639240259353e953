#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The 95 % interval of a median without any assumption about the distribution: the two order
/// statistics, equally far from both ends, that hold it with at least that probability (David and
/// Nagaraja 2003, section 7.1). nil for fewer than six values.
///
/// `medianInterval([1, 2, 3, 4, 5, 6])` → (1, 6)
func medianInterval(_ ascending: [Int]) -> (low: Double, high: Double)? {
  let n = ascending.count
  var rank = 0
  // The probability of fewer than `rank + 1` heads in n tosses of a fair coin.
  var logarithm = -Double(n) * log(2)
  var tail = exp(logarithm)
  while tail <= 0.025, rank < n {
    rank += 1
    logarithm += log(Double(n - rank + 1) / Double(rank))
    tail += exp(logarithm)
  }
  guard rank > 0 else { return nil }
  return (Double(ascending[rank - 1]), Double(ascending[n - rank]))
}

extension Estimate {
  /// The median of some values in ascending order with its interval; nil for none.
  init?(medianOf ascending: [Int]) {
    guard let median = quantile(ascending, 0.5) else { return nil }
    let interval = medianInterval(ascending)
    self.init(median, n: ascending.count, low: interval?.low, high: interval?.high)
  }
}

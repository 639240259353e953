/// The quantile of values in ascending order by linear interpolation between neighbours: type 7 of
/// Hyndman and Fan 1996, the default of R and NumPy. nil for no values.
///
/// `quantile([1, 2, 4], 0.75)` → 3
func quantile(_ ascending: [Int], _ q: Double) -> Double? {
  guard let last = ascending.last else { return nil }
  let position = Double(ascending.count - 1) * q
  let below = Int(position)
  guard below + 1 < ascending.count else { return Double(last) }
  let low = Double(ascending[below])
  return low + (position - Double(below)) * (Double(ascending[below + 1]) - low)
}

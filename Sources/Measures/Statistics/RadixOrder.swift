/// The places of numbers from the smallest to the largest, equal ones in the order they came in: sorted
/// digit by digit, for columns that are too long to be compared pair by pair.
func ascending(_ numbers: [UInt64]) -> [Int32] {
  var order = numbers.indices.map { Int32($0) }
  var next = order
  let largest = numbers.max() ?? 0
  var shift: UInt64 = 0
  while shift < 64, largest >> shift > 0 {
    var ends = [Int](repeating: 0, count: digits + 1)
    for number in numbers { ends[Int(number >> shift & mask) + 1] += 1 }
    for digit in 0..<digits { ends[digit + 1] += ends[digit] }
    for place in order {
      let digit = Int(numbers[Int(place)] >> shift & mask)
      next[ends[digit]] = place
      ends[digit] += 1
    }
    swap(&order, &next)
    shift += 11
  }
  return order
}

/// Eleven bits at a time: their counts fit the cache of a core.
private let digits = 1 << 11
private let mask = UInt64(digits - 1)

/// A length of time in its two largest units, never decimals of an hour.
///
/// 40 → `40 s`, 3,300 → `55 min`, 11,100 → `3 h 05`, 187,200 → `2 d 4 h`, 63,072,000 → `2 y`; the
/// spaces are non-breaking. Seconds are rounded down to what is shown.
package func durationText(seconds: Int) -> String {
  let sign = seconds < 0 ? "\u{2212}" : ""
  let s = Int(min(seconds.magnitude, UInt(Int.max)))
  return sign + lengthText(s)
}

private func lengthText(_ s: Int) -> String {
  let day = 86_400
  let year = 365 * day
  switch s {
  case ..<60: return "\(s)\(noBreakSpace)s"
  case ..<3600: return "\(s / 60)\(noBreakSpace)min"
  case ..<day:
    return "\(s / 3600)\(noBreakSpace)h\(noBreakSpace)\(padded(s / 60 % 60, 2))"
  case ..<(60 * day): return twoUnits(s / day, "d", s % day / 3600, "h")
  case ..<(2 * year): return "\(numberText(s / day))\(noBreakSpace)d"
  default: return twoUnits(s / year, "y", s % year / day, "d")
  }
}

private func twoUnits(_ large: Int, _ largeUnit: String, _ small: Int, _ smallUnit: String)
  -> String
{
  let head = "\(numberText(large))\(noBreakSpace)\(largeUnit)"
  return small == 0 ? head : "\(head)\(noBreakSpace)\(small)\(noBreakSpace)\(smallUnit)"
}

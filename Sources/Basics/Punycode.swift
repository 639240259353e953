/// Names of hosts beyond ASCII, as DNS has them (RFC 3492).
package enum Punycode {
  /// `bücher.example` → `xn--bcher-kva.example`
  package static func ascii(host: String) -> String {
    host.split(separator: ".", omittingEmptySubsequences: false).map { label in
      label.utf8.allSatisfy { $0 < 0x80 } ? String(label) : "xn--" + encode(label)
    }.joined(separator: ".")
  }

  /// `xn--bcher-kva.example` → `bücher.example`; a label that is no Punycode stays as it is.
  package static func unicode(host: String) -> String {
    host.split(separator: ".", omittingEmptySubsequences: false).map { label in
      label.lowercased().hasPrefix("xn--")
        ? decode(label.dropFirst(4)) ?? String(label)
        : String(label)
    }.joined(separator: ".")
  }

  private static let base = 36
  private static let firstMinimum = 1
  private static let firstMaximum = 26

  private static func encode(_ label: Substring) -> String {
    let scalars = Array(label.unicodeScalars.map { Int($0.value) })
    var output = scalars.filter { $0 < 0x80 }.compactMap { UInt8(exactly: $0) }
    let basic = output.count
    var handled = basic
    if basic > 0 { output.append(UInt8(ascii: "-")) }
    var n = 128
    var delta = 0
    var bias = 72
    while handled < scalars.count {
      guard let next = scalars.filter({ $0 >= n }).min() else { break }
      delta += (next - n) * (handled + 1)
      n = next
      for scalar in scalars {
        if scalar < n { delta += 1 }
        guard scalar == n else { continue }
        appendInteger(delta, bias, to: &output)
        bias = adapt(delta, handled + 1, isFirst: handled == basic)
        delta = 0
        handled += 1
      }
      delta += 1
      n += 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func appendInteger(_ delta: Int, _ bias: Int, to output: inout [UInt8]) {
    var rest = delta
    var k = base
    while true {
      let limit = threshold(k, bias)
      if rest < limit { break }
      output.append(digit(limit + (rest - limit) % (base - limit)))
      rest = (rest - limit) / (base - limit)
      k += base
    }
    output.append(digit(rest))
  }

  private static func decode(_ text: Substring) -> String? {
    let split = text.lastIndex(of: "-")
    var scalars = (split.map { text[..<$0] } ?? "").unicodeScalars.map { Int($0.value) }
    var digits = text[(split.map { text.index(after: $0) } ?? text.startIndex)...].utf8[...]
    var n = 128
    var place = 0
    var bias = 72
    while !digits.isEmpty {
      let start = place
      guard let step = readInteger(&digits, bias) else { return nil }
      let count = scalars.count + 1
      place = start + step
      bias = adapt(step, count, isFirst: start == 0)
      n += place / count
      place %= count
      scalars.insert(n, at: place)
      place += 1
    }
    let decoded = scalars.compactMap { UInt32(exactly: $0).flatMap(Unicode.Scalar.init) }
    return decoded.count == scalars.count ? String(String.UnicodeScalarView(decoded)) : nil
  }

  private static func readInteger(_ digits: inout Substring.UTF8View.SubSequence, _ bias: Int)
    -> Int?
  {
    var number = 0
    var weight = 1
    var k = base
    while let byte = digits.popFirst() {
      guard let digit = value(of: byte), weight < 1 << 40 else { return nil }
      number += digit * weight
      let limit = threshold(k, bias)
      if digit < limit { return number }
      weight *= base - limit
      k += base
    }
    return nil
  }

  private static func threshold(_ k: Int, _ bias: Int) -> Int {
    min(max(k - bias, firstMinimum), firstMaximum)
  }

  private static func adapt(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var k = 0
    while delta > (base - firstMinimum) * firstMaximum / 2 {
      delta /= base - firstMinimum
      k += base
    }
    return k + (base - firstMinimum + 1) * delta / (delta + 38)
  }

  private static func digit(_ value: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: value < 26 ? 97 + value : 22 + value)
  }

  private static func value(of byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte) - 97
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte) - 65
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) - 22
    default: nil
    }
  }
}

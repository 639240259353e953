internal import Basics
internal import LinkDirectory

/// Random names: they tell nothing about whom they stand for.
enum ConsentIDs {
  private static let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// `c-` or `p-` with ten letters and digits.
  static func newSubject(isPerson: Bool) -> ConsentSubject {
    let text = (0..<10).map { _ in random() }.joined().lowercased()
    return isPerson ? .person("p-\(text)") : .community("c-\(text)")
  }

  /// A ULID: the moment in milliseconds, then 80 random bits.
  static func newEvent(at moment: Timestamp) -> String {
    var milliseconds = UInt64(clamping: moment.secondsSinceEpoch) * 1000
    var time: [String] = []
    for _ in 0..<10 {
      time.append(String(digits[Int(milliseconds % 32)]))
      milliseconds /= 32
    }
    return time.reversed().joined() + (0..<16).map { _ in random() }.joined()
  }

  private static func random() -> String { String(digits[Int.random(in: 0..<32)]) }
}

/// A stretch of a text that is not to be kept, and what stands there instead.
struct Redaction: Sendable, Equatable {
  var range: Range<Int>
  var replacement: String

  static let email = "[e-mail removed]"
  static let phone = "[phone removed]"
  static let address = "[IP removed]"

  /// What `find` finds at each index of a text, one behind the other; a stretch must end behind the
  /// index it was found at.
  static func all(in text: [UInt8], _ find: (Int) -> Redaction?) -> [Redaction] {
    var found: [Redaction] = []
    var index = 0
    while index < text.count {
      if let redaction = find(index) {
        found.append(redaction)
        index = redaction.range.upperBound
      } else {
        index += 1
      }
    }
    return found
  }
}

extension [Redaction] {
  /// The text with every stretch replaced; of stretches that overlap the first and longest wins.
  func applied(to text: [UInt8]) -> [UInt8] {
    if isEmpty { return text }
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var done = 0
    let inOrder = sorted {
      ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
    }
    for redaction in inOrder where redaction.range.lowerBound >= done {
      output += text[done..<redaction.range.lowerBound]
      output += redaction.replacement.utf8
      done = redaction.range.upperBound
    }
    output += text[done...]
    return output
  }
}

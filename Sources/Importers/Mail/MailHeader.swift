/// The header of a mail: names and values, folded lines joined, encoded words as they stand.
struct MailHeader: Sendable {
  private static let longest = 1 << 20

  private var fields: [(name: String, value: [UInt8])] = []
  /// Where the body begins in the mail.
  let end: Int

  /// Only fields of these names are kept, in lower case.
  init(_ mail: ArraySlice<UInt8>, keeping names: Set<String>) {
    var index = mail.startIndex
    var isKept = false
    while index < mail.endIndex, index - mail.startIndex < MailHeader.longest {
      let eol = mail[index...].firstIndex(of: 0x0A) ?? mail.endIndex
      let next = min(eol + 1, mail.endIndex)
      var line = mail[index..<eol]
      if line.last == 0x0D { line.removeLast() }
      guard let first = line.first else {
        index = next
        break
      }
      if first == 0x20 || first == 0x09 {
        if isKept { fields[fields.count - 1].value += [0x20] + line.drop(while: isWhiteSpace) }
      } else if let colon = MailHeader.colon(in: line) {
        let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
        isKept = names.contains(name)
        if isKept { fields.append((name, Array(line[(colon + 1)...].drop(while: isWhiteSpace)))) }
      } else if !MailHeader.isSecondStart(line, isFirst: index == mail.startIndex) {
        // A line that belongs to no header: the empty line before the body was lost.
        break
      }
      index = next
    }
    end = index
  }

  /// The first value of a name, as bytes; nil when there is none.
  subscript(name: String) -> [UInt8]? { fields.first { $0.name == name }?.value }

  private static func colon(in line: ArraySlice<UInt8>) -> Int? {
    let end = line.prefix(80).firstIndex { $0 <= 0x20 || $0 >= 0x7F || $0 == 0x3A } ?? line.endIndex
    guard end > line.startIndex else { return nil }
    let sign = line[end...].firstIndex { $0 != 0x20 } ?? line.endIndex
    return sign < line.endIndex && line[sign] == 0x3A ? end + (sign - end) : nil
  }

  /// Mail programs escape a second `From ` line in a header as `>From `, or leave one at its head.
  private static func isSecondStart(_ line: ArraySlice<UInt8>, isFirst: Bool) -> Bool {
    line.starts(with: ">From ".utf8) || isFirst && line.starts(with: "From ".utf8)
  }
}

/// Jira's texts, which name people as `[~ann]` and `[~accountid:5b10a284]`.
struct JiraText {
  /// `ask [~ann]` → `ask @m-…`, or `ask @someone` where nobody in the export is called so.
  let text: [UInt8]
  /// Member ids in the order of their first mention.
  let mentions: [String]

  /// Longer ones are no names.
  private static let longestName = 256

  init(
    _ written: [UInt8], _ names: MentionNames, author: String?, _ run: inout ImportRun
  ) {
    var mentioned: [String] = []
    let people = Redaction.all(in: written) { index in
      guard let name = JiraText.name(in: written, at: index) else { return nil }
      let range = index..<name.upperBound + 1
      let words = String(decoding: written[name], as: UTF8.self)
      guard let handle = names.handle(named: words) else {
        return Redaction(range: range, replacement: "@someone")
      }
      let member = run.memberID(of: handle)
      if handle != author, !mentioned.contains(member) { mentioned.append(member) }
      return Redaction(range: range, replacement: "@\(member)")
    }
    text = people.applied(to: written)
    mentions = mentioned
  }

  /// Where the name stands in brackets that begin at an index.
  private static func name(in text: [UInt8], at index: Int) -> Range<Int>? {
    guard text.has("[~", at: index) else { return nil }
    let prefix: StaticString = "accountid:"
    let start = index + 2
    let first = text.has(prefix, at: start) ? start + prefix.utf8CodeUnitCount : start
    let end = text.end(from: first, limit: longestName) {
      $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: "\n")
    }
    return end > first && text.at(end) == UInt8(ascii: "]") ? first..<end : nil
  }
}

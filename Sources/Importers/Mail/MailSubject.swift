/// The subject of a mail without what programs put before it.
enum MailSubject {
  /// Words before a colon that mark an answer, in lower case: English and what the mail programs of
  /// other languages write.
  private static let answers: Set<String> = [
    "re", "aw", "antw", "antwort", "sv", "vs", "ref", "res", "rif", "odp", "ynt", "vá", "回复", "答复",
  ]
  private static let forwards: Set<String> = ["fw", "fwd", "wg", "tr", "rv", "enc", "i"]

  /// The bare subject for comparing, and whether it says that the mail answers another.
  struct Bare: Sendable, Equatable {
    var text: String
    var isAnswer: Bool
  }

  /// `Re: [list] AW: Hello  there` → `hello there`, an answer.
  static func bare(_ subject: String) -> Bare {
    var rest = Substring(subject)
    var isAnswer = false
    while let (mark, behind) = mark(of: rest) {
      rest = behind
      if mark == .answer { isAnswer = true }
    }
    let words = rest.lowercased().split(whereSeparator: \.isWhitespace)
    return Bare(text: words.joined(separator: " "), isAnswer: isAnswer)
  }

  /// The subject without the list's name: `Re: [list] Hello` → `Re: Hello`.
  static func withoutListName(_ subject: String, _ list: String) -> String {
    let tag = "[\(list)]"
    guard !list.isEmpty, let range = subject.firstRange(of: tag),
      bare(String(subject[..<range.lowerBound])).text.isEmpty
    else { return subject }
    let before = subject[..<range.lowerBound]
    let behind = subject[range.upperBound...].drop { $0.isWhitespace }
    return String(before + behind)
  }

  /// The name in the brackets that a subject begins with, behind its marks.
  static func listName(_ subject: String) -> String? {
    var rest = Substring(subject)
    while let (mark, behind) = mark(of: rest) {
      if mark == .list, let close = rest.firstIndex(of: "]") {
        let open = rest.drop { $0.isWhitespace }.dropFirst()
        return String(open[..<close])
      }
      rest = behind
    }
    return nil
  }

  private enum Mark { case answer, forward, list }

  private static func mark(of text: Substring) -> (mark: Mark, rest: Substring)? {
    let text = text.drop { $0.isWhitespace }
    if text.first == "[", let close = text.prefix(64).firstIndex(of: "]") {
      return (.list, text[text.index(after: close)...])
    }
    guard let colon = text.prefix(16).firstIndex(where: { $0 == ":" || $0 == "：" }) else {
      return nil
    }
    // `Re[2]:`, `Re(3):`, `Re^2:`
    let word = text[..<colon].prefix { !"[(^ ".contains($0) }.lowercased()
    let rest = text[text.index(after: colon)...]
    if answers.contains(word) { return (.answer, rest) }
    return forwards.contains(word) ? (.forward, rest) : nil
  }
}

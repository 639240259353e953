/// The senders of the mails so far of one subject, to be found in a line that names one of them:
/// `On 22 May, Ann Lee wrote:`.
///
/// People are held by the longest word of their name, so that a line is not compared with all of them.
struct MailNames {
  /// A mail by its row and by how many of the subject there were up to it.
  private typealias Mail = (row: Int32, number: Int)

  /// The words of the names of each sender.
  private let names: [Int32: Set<String>]
  /// The newest mail by somebody of a name.
  private var people: [String: [Set<String>: Mail]] = [:]
  private var lengths: Set<Int> = []
  private var count = 0

  init(_ names: [Int32: Set<String>]) {
    self.names = names
  }

  /// Notes the next mail; one of a sender without a name is never found.
  mutating func note(_ sender: Int32, _ row: Int32) {
    count += 1
    guard let name = names[sender], let key = MailNames.key(of: name) else { return }
    lengths.insert(key.count)
    people[key, default: [:]][name] = (row, count)
  }

  /// The newest mail by somebody of whose name all words stand in a line in lower case.
  func newest(namedIn line: String) -> Int32? {
    if people.isEmpty { return nil }
    var found: Mail?
    for run in line.split(whereSeparator: { !$0.isLetter }) {
      let letters = Array(run)
      for length in lengths where length <= letters.count {
        for start in 0...(letters.count - length) {
          let word = String(letters[start..<start + length])
          for (name, mail) in people[word, default: [:]] where mail.number > found?.number ?? 0 {
            if name.allSatisfy({ line.contains($0) }) { found = mail }
          }
        }
      }
    }
    return found?.row
  }

  private static func key(of name: Set<String>) -> String? {
    name.max { ($0.count, $0) < ($1.count, $1) }
  }
}

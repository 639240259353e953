internal import Basics

/// Works out which mail answers which, from all mails of an export.
struct MailThreads: Sendable {
  /// A subject is taken up again for another reason after that long.
  static let longestPause: Int64 = 60 * 86_400

  /// What is known of a mail's place.
  struct Place: Sendable, Equatable {
    var parent: MailKey?
    var root: MailKey
    /// Whether the parent was found by the subject, not read from the header.
    var isDerived: Bool
  }

  private struct Entry {
    var key: MailKey
    var time: Int64
    var references: Range<Int>
    var subject: Int32
    var isAnswer: Bool
    var sender: Int32
    var parent: Int32 = -1
  }

  private var entries: [Entry] = []
  private var rows: [MailKey: Int32] = [:]
  private var marks: [MailKey: MailKey] = [:]
  private var references: [MailKey] = []
  private var subjects: [String: Int32] = [:]
  private var senders: [String: Int32] = [:]
  /// Rows that name somebody in words, with those words; resolved when all senders are known.
  private var attributions: [(row: Int32, words: String)] = []
  private var names: [Int32: Set<String>] = [:]

  /// The mail's key, and whether it had to be made up.
  func key(of mail: MailMessage) -> (key: MailKey, isDerived: Bool) {
    guard let stated = mail.statedKey else { return (mail.mark, true) }
    let isOther = marks[stated].map { $0 != mail.mark } ?? false
    return isOther ? (MailKey(Array("\(stated.id) \(mail.mark.id)".utf8)), true) : (stated, false)
  }

  mutating func note(_ mail: MailMessage, sender handle: String?) {
    if let stated = mail.statedKey, marks[stated] == nil { marks[stated] = mail.mark }
    let key = key(of: mail).key
    guard rows[key] == nil else { return }
    let row = Int32(clamping: entries.count)
    rows[key] = row
    let start = references.count
    references += mail.references.filter { $0 != key }
    // The last reference and what the mail says it answers are mostly the same; the latter wins.
    if let answered = mail.inReplyTo.first, answered != key {
      if references.count == start || references.last != answered { references.append(answered) }
    }
    let bare = MailSubject.bare(mail.subject)
    let sender = handle.map { MailThreads.number(of: $0, in: &senders) } ?? -1
    if sender >= 0 { names[sender, default: []].formUnion(MailThreads.words(mail.senderName)) }
    var entry = Entry(
      key: key, time: mail.published.secondsSinceEpoch, references: start..<references.count,
      subject: bare.text.isEmpty ? -1 : MailThreads.number(of: bare.text, in: &subjects),
      isAnswer: bare.isAnswer, sender: sender)
    if entry.references.isEmpty { noteQuotation(of: mail, row, &entry) }
    entries.append(entry)
  }

  /// A mail that quotes is an answer too: some archives take the `Re:` away.
  private mutating func noteQuotation(of mail: MailMessage, _ row: Int32, _ entry: inout Entry) {
    guard let words = mail.words else { return }
    let body = MailBody(words, sender: "")
    if body.quotes { entry.isAnswer = true }
    let introduction = String(decoding: body.attribution, as: UTF8.self)
    if !introduction.isEmpty { attributions.append((row, introduction.lowercased())) }
  }

  private static func number(of name: String, in numbers: inout [String: Int32]) -> Int32 {
    if let known = numbers[name] { return known }
    let number = Int32(clamping: numbers.count)
    numbers[name] = number
    return number
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter }.map(String.init).filter { $0.count >= 3 }
  }

  // MARK: Resolution

  /// The place of each mail by its key.
  consuming func places() -> MailPlaces {
    var fromSubject = Set<Int32>()
    for row in entries.indices {
      entries[row].parent =
        entries[row].references.reversed().lazy
        .compactMap { self.rows[self.references[$0]] }.first { $0 != Int32(row) } ?? -1
    }
    for group in answersBySubject() {
      for (row, parent) in group {
        entries[Int(row)].parent = parent
        fromSubject.insert(row)
      }
    }
    return MailPlaces(
      keys: entries.map(\.key), parents: entries.map(\.parent),
      firsts: entries.map { $0.references.first.map { references[$0] } },
      lasts: entries.map { $0.references.last.map { references[$0] } },
      derived: fromSubject, rows: rows)
  }

  /// Pairs of an answer without references and the mail it answers: the newest earlier one of the
  /// same subject by the person its quotation names, or else the newest one by another person.
  private func answersBySubject() -> [[(Int32, Int32)]] {
    var groups: [Int32: [Int32]] = [:]
    var isWanted: Set<Int32> = []
    for (row, entry) in entries.enumerated() where entry.subject >= 0 {
      if entry.isAnswer, entry.references.isEmpty { isWanted.insert(entry.subject) }
      groups[entry.subject, default: []].append(Int32(row))
    }
    let named = Dictionary(attributions.map { ($0.row, $0.words) }) { first, _ in first }
    return isWanted.sorted().map { subject in
      let ordered = (groups[subject] ?? []).sorted {
        (entries[Int($0)].time, $0) < (entries[Int($1)].time, $1)
      }
      return answers(in: ordered, named)
    }
  }

  /// One step for each mail, however many have the same subject.
  private func answers(in ordered: [Int32], _ named: [Int32: String]) -> [(Int32, Int32)] {
    var pairs: [(Int32, Int32)] = []
    var senders = MailNames(names)
    /// The newest mail so far, and the newest by another person than that one's.
    var newest: Int32?
    var other: Int32?
    for row in ordered {
      let entry = entries[Int(row)]
      let isNear = { (earlier: Int32) in
        entry.time - entries[Int(earlier)].time <= MailThreads.longestPause
      }
      let isBySame = newest.map { entries[Int($0)].sender == entry.sender } ?? false
      if entry.isAnswer, entry.references.isEmpty {
        let quoted = named[row].flatMap { senders.newest(namedIn: $0) }
        let stranger = isBySame ? other : newest
        let parent = [quoted, stranger, newest].compactMap(\.self).first(where: isNear)
        if let parent { pairs.append((row, parent)) }
      }
      if !isBySame { other = newest }
      newest = row
      senders.note(entry.sender, row)
    }
    return pairs
  }
}

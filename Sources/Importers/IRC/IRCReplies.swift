/// Works out which message a message answers, from whom it addresses and who speaks with whom.
///
/// In this order:
/// 1. A message that names somebody answers that person's newest message to its author of the last
///    30 minutes, or else their newest message of the last hour; or goes on with the author's own
///    to the same person of the last two minutes, when that is newer.
/// 2. One that names nobody answers the newest message of the last five minutes that names its author,
///    or goes on with the author's own of the last two minutes, at most 20 lines before.
/// 3. Whoever has spoken since, in the last five minutes, and is the one whom the author speaks with,
///    is answered instead, unless they named another: in the midst of a talk names are left out.
///
/// The bounds are the best of a grid over the ten hand-marked logs of #ubuntu of Kummerfeld et al.
/// (ACL 2019); results differ by less than one in a hundred around them.
struct IRCReplies: Sendable {
  private static let answersWithin = 3_600
  private static let exchangeWithin = 1_800
  private static let namedWithin = 300
  private static let goesOnWithin = 120
  private static let goesOnLines = 20

  struct Message: Sendable {
    var id: String
    /// Seconds since 1970.
    var time: Int
    var line: Int
    /// In lower case.
    var author: String
    var named: String?
    /// Whom its author speaks with, by name or not.
    var partner: String?
  }

  /// The newest message of each person.
  private var newest: [String: Message] = [:]
  /// By the person it names, then by its author: the newest.
  private var towards: [String: [String: Message]] = [:]

  /// The message that `message` answers; then it becomes part of the conversation.
  mutating func answered(by message: Message) -> Message? {
    var message = message
    let own = newest[message.author].flatMap {
      message.time - $0.time <= IRCReplies.goesOnWithin ? $0 : nil
    }
    let parent: Message?
    if let named = message.named {
      let other = exchange(with: named, message) ?? spoken(by: named, message)
      let goesOn = own.flatMap { $0.named == named ? $0 : nil }
      parent = later(later(other, goesOn), since(other, from: named, message))
    } else {
      let naming = towards[message.author]?.values.filter {
        message.time - $0.time <= IRCReplies.namedWithin
      }.max { $0.line < $1.line }
      let near = own.flatMap { message.line - $0.line <= IRCReplies.goesOnLines ? $0 : nil }
      let known = later(naming, near)
      let last = newest[message.author].flatMap {
        message.time - $0.time <= IRCReplies.namedWithin ? $0 : nil
      }
      parent = later(known, since(known ?? last, from: last?.partner, message))
      // Who goes on speaks to the same person.
      if let parent, parent.author == message.author { message.named = parent.named }
    }
    message.partner =
      parent.map { $0.author == message.author ? $0.partner : $0.author }
      ?? message.named
    note(message)
    return parent
  }

  /// The newest message of the one whom the author speaks with, when it came since another and may be
  /// meant for the author.
  private func since(_ earlier: Message?, from partner: String?, _ message: Message) -> Message? {
    guard let earlier, let partner, let last = newest[partner], last.line > earlier.line,
      message.time - last.time <= IRCReplies.namedWithin,
      last.named == nil || last.named == message.author
    else { return nil }
    return last
  }

  private mutating func note(_ message: Message) {
    newest[message.author] = message
    if let named = message.named { towards[named, default: [:]][message.author] = message }
  }

  private func exchange(with named: String, _ message: Message) -> Message? {
    guard let last = towards[message.author]?[named],
      message.time - last.time <= IRCReplies.exchangeWithin
    else { return nil }
    return last
  }

  private func spoken(by named: String, _ message: Message) -> Message? {
    guard let last = newest[named], message.time - last.time <= IRCReplies.answersWithin else {
      return nil
    }
    return last
  }

  private func later(_ one: Message?, _ other: Message?) -> Message? {
    guard let one else { return other }
    guard let other else { return one }
    return other.line > one.line ? other : one
  }

  /// Forgets what is too old to be answered, so that memory does not grow with the logs.
  mutating func forget(before time: Int) {
    newest = newest.filter { time - $0.value.time <= IRCReplies.answersWithin }
    towards = towards.compactMapValues { messages in
      let recent = messages.filter { time - $0.value.time <= IRCReplies.exchangeWithin }
      return recent.isEmpty ? nil : recent
    }
  }
}

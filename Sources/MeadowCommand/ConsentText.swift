internal import Basics
internal import LinkDirectory

/// Consent in sentences.
enum ConsentText {
  /// When what was withdrawn is gone: a build that took it out does not promise it for the next one.
  enum Going: String {
    case now = "with this build"
    case next = "at the next build"
  }

  static func outOfReach(gone: Going) -> String {
    """
    Every trace is gone from the site \(gone.rawValue). Out of reach are the history of the \
    repository that keeps this site, caches of hosts and search engines, feed readers, web archives, \
    briefs that were sent, and whatever others have copied.
    """
  }

  /// `grant of link, name by c-7f3k9q until 2027-01-02`
  static func sentence(_ event: ConsentEvent) -> String {
    var text = event.kind.rawValue
    if !event.scopes.isEmpty { text += " of " + list(event.scopes) }
    text += event.kind.isYes ? " by \(event.subject)" : " for \(event.subject)"
    if let item = event.item { text += " about \(item)" }
    if let expires = event.expires { text += " until \(expires.day)" }
    return text
  }

  static func list(_ scopes: [ConsentScope]) -> String {
    scopes.map(\.rawValue).joined(separator: ", ")
  }

  /// Everything the ledger allows and everything it once allowed, in prose.
  static func report(
    _ book: ConsentBook, _ live: LiveConsent, names: [ConsentSubject: String]
  ) -> String {
    if book.ledger.events.isEmpty { return "Nobody has allowed anything.\n" }
    var text = "What is allowed at \(live.asOf), and on what evidence.\n"
    for subject in book.subjects.sorted() {
      text += "\n" + heading(subject, book, names) + "\n"
      let held = live.grants.filter { $0.key.subject == subject }
      for proof in unique(held.map(\.proof)) {
        text += holding(held.filter { $0.proof == proof }, proof)
      }
      let over = live.ended.filter { $0.key.subject == subject }
      for reason in unique(over.map(\.reason)) {
        text += ended(over.filter { $0.reason == reason }.map(\.key), reason)
      }
    }
    return text
  }

  private static func heading(
    _ subject: ConsentSubject, _ book: ConsentBook, _ names: [ConsentSubject: String]
  ) -> String {
    let name = names[subject] ?? book.person(subject.description)?.name
    let parts = [name, book.place(of: subject)?.text].compactMap(\.self)
    return parts.isEmpty ? "\(subject)" : "\(subject): \(parts.joined(separator: ", "))"
  }

  private static func unique<Value: Hashable>(_ values: [Value]) -> [Value] {
    var seen: Set<Value> = []
    return values.filter { seen.insert($0).inserted }
  }

  private static func joined(_ keys: [ConsentKey], _ word: String) -> String {
    let texts = keys.map(allowance)
    guard texts.count > 1, let last = texts.last else { return texts.first ?? "" }
    return texts.dropLast().joined(separator: ", ") + " \(word) " + last
  }

  /// All that one event proves, and the event.
  private static func holding(_ grants: [LiveGrant], _ proof: ConsentEvent) -> String {
    let ends = (grants.map(\.ends).min() ?? proof.at).day
    let since = (grants.map(\.since).min() ?? proof.at).day
    var text = "  We may \(joined(grants.map(\.key), "and")) until \(longDateText(ends)).\n"
    let who = proof.role.map { "in the role `\($0.rawValue)`" } ?? "without a role"
    let person = proof.person.map { " (\($0))" } ?? ""
    text += "    Said \(who)\(person) on \(longDateText(proof.at.day))"
    if proof.kind == .renew { text += ", first on \(longDateText(since))" }
    text += ", by \(way(proof.method)).\n"
    if let evidence = proof.evidence {
      let place = evidence.url.map { " from \($0.text)" } ?? ""
      text += "    Evidence: \(evidence.file), captured \(evidence.captured)\(place), "
      text += "sha256 \(evidence.sha256.prefix(16))….\n"
    }
    if let notice = proof.notice {
      text += "    Agreed to version \(notice.version) of the notice (\(notice.language)).\n"
    }
    return text
  }

  private static func ended(_ keys: [ConsentKey], _ reason: ConsentEnd) -> String {
    "  We may not \(joined(keys, "or")): \(reason).\n"
  }

  private static func allowance(_ key: ConsentKey) -> String {
    switch key.scope {
    case .link: "link to them"
    case .name: "call them by their name"
    case .metrics: "publish figures about them"
    case .quotes: "quote from there (where author or licence allows it too)"
    case .quote: "quote \(key.item ?? "an item") word by word"
    case .expert: "name them as somebody who can be asked"
    case .credit: "credit them by name"
    }
  }

  private static func way(_ method: ConsentMethod?) -> String {
    switch method {
    case .wellKnown: "a file under the place's own address"
    case .signature: "a statement signed with a key the place publishes"
    case .post: "a post of a moderator"
    case .ownPost: "a post of their own"
    case .message: "a message"
    case nil: "word of mouth"
    }
  }
}

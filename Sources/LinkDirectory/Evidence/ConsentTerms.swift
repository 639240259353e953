package import Basics

/// What a yes must say itself, in whatever form it was given, so that nobody else can word it.
package struct ConsentTerms: Sendable, Hashable {
  /// The place of a community, or the id of a person.
  package var target: String
  package var scopes: [ConsentScope]
  /// For the scope `quote`.
  package var item: String?
  /// SHA-256 of the notice that was agreed to.
  package var notice: String
  /// nil where only the end is told.
  package var granted: Timestamp?
  package var expires: Timestamp
  /// Where the text says it belongs; nil where it does not say.
  package var canonical: WebAddress?

  package init(
    target: String, scopes: [ConsentScope], item: String? = nil, notice: String,
    expires: Timestamp
  ) {
    self.target = target
    self.scopes = scopes
    self.item = item
    self.notice = notice
    self.expires = expires
  }
}

/// Why a text gives no consent, or not the one that is claimed.
package enum TermsFault: Error, Hashable, CustomStringConvertible {
  case noSentence
  case line(Int, String)
  case missing(String)
  /// A line, or a part of the sentence, that is there and is not what it must be.
  case wrong(String, wants: String, found: String)
  /// A file that names a site and a person.
  case twoTargets
  /// A word that is no scope of communities, or of people; `known` are those that are.
  case unknownScope(String, known: [ConsentScope])
  case scopeTwice(ConsentScope)
  case otherTarget(String)
  case fewerScopes([ConsentScope])
  case otherItem(String?)
  case otherNotice
  case endsEarlier(Timestamp)
  case givenLater(Timestamp)
  case elsewhere(String)

  package var description: String {
    switch self {
    case .noSentence: "it does not hold the sentence that gives consent"
    case .line(let number, let reason): "its line \(number) \(reason)"
    case .missing(let key): "it lacks the line `\(key):`"
    case .wrong(let part, let wanted, let found): "its `\(part)` wants \(wanted), not `\(found)`"
    case .twoTargets: "it is about a `Site:` and a `Person:`, and a yes speaks for one"
    case .unknownScope(let word, let known):
      "it has the unknown scope `\(word)`: "
        + (suggestion(for: word, among: known.map(\.rawValue))
          ?? "known are " + known.map(\.rawValue).joined(separator: ", "))
    case .scopeTwice(let scope): "it has the scope `\(scope.rawValue)` twice"
    case .otherTarget(let target): "it is about \(target)"
    case .fewerScopes(let scopes):
      "it does not allow " + scopes.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    case .otherItem(let item): item.map { "it is about the item \($0)" } ?? "it names no item"
    case .otherNotice: "it agrees to another notice"
    case .endsEarlier(let moment): "it ends on \(moment) already"
    case .givenLater(let moment): "it begins on \(moment) only"
    case .elsewhere(let address): "it says that it belongs to \(address)"
    }
  }
}

extension ConsentTerms {
  /// Whether these terms, found in evidence, cover what an event claims.
  func check(covers event: ConsentEvent) throws(TermsFault) {
    let wanted = event.place?.text ?? event.subject.description
    if withoutSlash(target) != withoutSlash(wanted) { throw .otherTarget(target) }
    let lacking = event.scopes.filter { !scopes.contains($0) }
    if !lacking.isEmpty { throw .fewerScopes(lacking) }
    if item != event.item { throw .otherItem(item) }
    // A resumption agrees to nothing new: it says that the grant still holds.
    if let notice = event.notice, self.notice != notice.sha256 { throw .otherNotice }
    if let end = event.expires, expires < end { throw .endsEarlier(expires) }
    if let granted, granted > event.at { throw .givenLater(granted) }
    if let canonical, let url = event.evidence?.url, canonical != url {
      throw .elsewhere(canonical.text)
    }
  }
}

/// People write the address of their place with a slash at its end and without.
private func withoutSlash(_ target: String) -> Substring {
  target.hasSuffix("/") ? target.dropLast() : target[...]
}

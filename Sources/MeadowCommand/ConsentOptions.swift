internal import ArgumentParser
internal import Basics
internal import LinkDirectory
internal import SiteBuild

/// Whom an event is about, and when: what every verb that enters one understands.
struct ConsentOptions: ParsableArguments {
  @Argument(help: "c-… or p-…, the file name of a community, its address, or `new`.")
  var subject: String?

  @Option(help: "The community's own place; from its file by default.")
  var place: String?

  @Option(
    help: "What it is about: link, name, metrics, quotes; of people quote, name, expert, credit.")
  var scope: String?

  @Option(help: "For the scope quote: community/item id.")
  var item: String?

  @Option(help: "The role of who spoke: owner, board, administrator, moderator, editor.")
  var role: String?

  @Option(help: "Who spoke: an id of people.ndjson.")
  var by: String?

  @Option(help: "The moment of the event; now by default.", transform: MomentArgument.read)
  var asOf: MomentArgument?

  var moment: Timestamp { asOf?.moment ?? WallClock.now }

  /// What can be said of whom before the book is read.
  func validate() throws {
    if let by, by != "new", ConsentSubject(by)?.isPerson != true {
      throw ValidationError("--by takes an id of people.ndjson (p-…), not `\(by)`")
    }
    if let known = subject.flatMap(ConsentSubject.init) { _ = try speaker(for: known) }
    try ItemArgument.check(item, of: subject, scope: scope)
    try MomentArgument.refuseWhatIsToCome(asOf)
  }

  /// One item alone is named as such: else the no would be about the name and the rest besides.
  func refuseItemWithoutScope() throws {
    if item != nil, scope == nil {
      throw ValidationError(
        "--item goes with --scope quote: without a scope the no is about everything")
    }
  }
}

extension ConsentOptions {
  /// The scopes that were typed; nil where none were.
  func scopes(of subject: ConsentSubject) throws -> [ConsentScope]? {
    guard let scope else { return nil }
    let words = scope.filter { $0 != " " }.split(separator: ",").map { String($0) }
    let known = subject.scopes.map(\.rawValue)
    if words.isEmpty { throw ValidationError("--scope is empty: \(known.joined(separator: ", "))") }
    var scopes: [ConsentScope] = []
    for word in words {
      guard let scope = ConsentScope(rawValue: word), subject.scopes.contains(scope) else {
        throw ValidationError(
          "unknown scope `\(printable(word))`: "
            + (suggestion(for: word, among: known) ?? known.joined(separator: ", ")))
      }
      if scopes.contains(scope) { throw ValidationError("--scope names `\(word)` twice") }
      scopes.append(scope)
    }
    return scopes
  }

  /// The role that was typed; a person speaks for themselves alone.
  func speaker(for subject: ConsentSubject) throws -> ConsentRole? {
    try role.map { text in
      let known = subject.isPerson ? [ConsentRole.own] : ConsentRole.ofCommunities
      if let found = known.first(where: { $0.rawValue == text }) { return found }
      if subject.isPerson {
        throw ValidationError(
          "a person speaks as `self`: --role `\(text)` goes with the id or file of a community")
      }
      let words = known.map(\.rawValue)
      throw ValidationError(
        "unknown role `\(text)`: "
          + (suggestion(for: text, among: words) ?? words.joined(separator: ", ")))
    }
  }
}

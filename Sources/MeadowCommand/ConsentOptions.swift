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
}

extension ConsentOptions {
  /// The scopes that were typed; nil where none were.
  func scopes(of subject: ConsentSubject) throws -> [ConsentScope]? {
    try scope.map { text in
      try text.split(separator: ",").map { word in
        let word = word.filter { $0 != " " }
        guard let scope = ConsentScope(rawValue: word), subject.scopes.contains(scope) else {
          let known = subject.scopes.map(\.rawValue)
          throw ValidationError(
            "unknown scope `\(word)`: "
              + (suggestion(for: word, among: known) ?? known.joined(separator: ", ")))
        }
        return scope
      }
    }
  }

  func speaker(for subject: ConsentSubject) throws -> ConsentRole? {
    if subject.isPerson { return role == nil ? nil : .own }
    return try role.map { text in
      guard let found = ConsentRole.ofCommunities.first(where: { $0.rawValue == text }) else {
        let known = ConsentRole.ofCommunities.map(\.rawValue)
        throw ValidationError(
          "unknown role `\(text)`: "
            + (suggestion(for: text, among: known) ?? known.joined(separator: ", ")))
      }
      return found
    }
  }
}

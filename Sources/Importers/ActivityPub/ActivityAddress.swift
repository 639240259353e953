/// Ids and addresses of ActivityPub, which hold the names of people.
enum ActivityAddress {
  /// Path segments that a person's name follows.
  private static let people: Set<Substring> = [
    "users", "user", "u", "profile", "profiles", "accounts", "account", "author", "ap-actor",
  ]

  /// The same where a number follows the name: `/p/ann/7`, but `/p/how-to-paddle`.
  private static let peopleOfThings: Set<Substring> = ["p", "display"]

  /// An id without the names in it; one that is no address stays as it is:
  /// `https://a.example/users/ann/statuses/7` → `a.example/statuses/7`, `tag:a.example,2018:7`.
  static func withoutNames(_ id: String) -> String {
    guard id.hasPrefix("http") else { return id }
    let parts = Array(id.split(separator: "/").dropFirst())
    var kept: [Substring] = []
    var index = 0
    while index < parts.count {
      if isBeforeName(parts, index) {
        index += 2
      } else {
        if !isName(parts[index]) { kept.append(parts[index]) }
        index += 1
      }
    }
    return kept.joined(separator: "/")
  }

  /// The id of a place, whose name is nobody's: `https://a.example/u/canoes` → `a.example/u/canoes`.
  static func ofPlace(_ id: String) -> String {
    id.hasPrefix("http") ? id.split(separator: "/").dropFirst().joined(separator: "/") : id
  }

  /// Whether an address tells a name.
  static func namesSomebody(_ address: String) -> Bool {
    let parts = Array(address.split(separator: "/").dropFirst(2))
    return parts.indices.contains { isBeforeName(parts, $0) || isName(parts[$0]) }
  }

  private static func isBeforeName(_ parts: [Substring], _ index: Int) -> Bool {
    people.contains(parts[index])
      || peopleOfThings.contains(parts[index]) && index + 2 < parts.count
        && parts[index + 2].utf8.allSatisfy(ByteClass.isDigit)
  }

  private static func isName(_ part: Substring) -> Bool {
    part.hasPrefix("@") || part.hasPrefix("~")
  }

  /// `https://a.example/b` → `a.example`
  static func host(of address: String) -> Substring? {
    address.split(separator: "/").dropFirst().first
  }

  /// The name a person goes by on their server: `https://a.example/users/ann` → `ann`.
  static func name(ofActor id: String) -> String? {
    id.split(separator: "/").last.map { String($0.drop { $0 == "@" || $0 == "~" }) }
  }

  /// The address that means everybody.
  static func isPublic(_ address: String) -> Bool {
    address == "https://www.w3.org/ns/activitystreams#Public" || address == "as:Public"
      || address == "Public"
  }
}

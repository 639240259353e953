/// Ids and addresses of ActivityPub, which hold the names of people.
enum ActivityAddress {
  /// Path segments that a person's name follows.
  private static let people: Set<Substring> = [
    "users", "user", "u", "profile", "profiles", "accounts", "account", "author", "ap-actor",
  ]

  /// An id without the names in it:
  /// `https://a.example/users/ann/statuses/7` → `a.example/statuses/7`.
  static func withoutNames(_ id: String) -> String {
    var kept: [Substring] = []
    var skipsNext = false
    for part in id.split(separator: "/").dropFirst() {
      if skipsNext {
        skipsNext = false
      } else if people.contains(part) {
        skipsNext = true
      } else if !part.hasPrefix("@"), !part.hasPrefix("~") {
        kept.append(part)
      }
    }
    return kept.joined(separator: "/")
  }

  /// Whether an address tells a name.
  static func namesSomebody(_ address: String) -> Bool {
    let parts = address.split(separator: "/").dropFirst(2)
    return parts.contains { people.contains($0) || $0.hasPrefix("@") || $0.hasPrefix("~") }
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

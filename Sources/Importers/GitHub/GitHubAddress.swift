/// What GitHub's addresses tell: the repository and the number of an issue.
enum GitHubAddress {
  /// `https://api.github.com/repos/our/project/issues/7` → `our/project`
  static func repository(in address: String) -> String? {
    let parts = path(of: address)
    return parts.count >= 2 ? "\(parts[0])/\(parts[1])" : nil
  }

  /// `…/issues/7`, `…/pulls/7`, `…/discussions/7` → 7
  static func number(in address: String) -> Int? {
    let parts = path(of: address)
    guard parts.count >= 4, ["issues", "pull", "pulls", "discussions"].contains(parts[2]) else {
      return nil
    }
    return Int(parts[3].prefix { $0.isASCII && $0.isNumber })
  }

  /// The repository that a thing names in one of its addresses.
  static func repository(of object: SourceObject) -> String? {
    for name in ["html_url", "url", "issue_url", "pull_request_url"] as [StaticString] {
      if let address = try? object.optionalString(name), let found = repository(in: address) {
        return found
      }
    }
    return nil
  }

  private static func path(of address: String) -> [Substring] {
    var parts = address.split(separator: "/").dropFirst(2)
    if parts.first == "repos" { parts = parts.dropFirst() }
    return Array(parts)
  }
}

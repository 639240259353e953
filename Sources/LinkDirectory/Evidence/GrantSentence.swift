internal import Basics

/// The one sentence that gives consent in a post or a letter:
///
///     We agree: link, name for https://forum.example/ until 2027-01-02, notice sha256:5f….
package enum GrantSentence {
  package static func text(_ terms: ConsentTerms) -> String {
    let isPerson = terms.target.hasPrefix("p-")
    let item = terms.item.map { " item \($0)" } ?? ""
    let scopes = terms.scopes.map(\.rawValue).joined(separator: ", ")
    return "\(isPerson ? "I" : "We") agree: \(scopes) for \(terms.target)\(item) "
      + "until \(shortMoment(terms.expires)), notice sha256:\(terms.notice)."
  }

  /// The first such sentence of a text; white space of any kind counts as one blank.
  package static func find(in text: String) throws(TermsFault) -> ConsentTerms {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var rest = words[...]
    while let start = rest.firstRange(of: "agree: ") {
      let lead = rest[..<start.lowerBound]
      rest = rest[start.upperBound...]
      guard lead.hasSuffix("We ") || lead.hasSuffix("I ") else { continue }
      if let terms = read(rest) { return terms }
    }
    throw .noSentence
  }

  /// What follows `We agree: `; nil when it goes on in another way.
  private static func read(_ text: Substring) -> ConsentTerms? {
    guard let middle = text.firstRange(of: " for "),
      let end = text[middle.upperBound...].firstRange(of: " until "),
      let comma = text[end.upperBound...].firstRange(of: ", notice sha256:")
    else { return nil }
    var target = text[middle.upperBound..<end.lowerBound]
    var item: String?
    if let split = target.firstRange(of: " item ") {
      item = String(target[split.upperBound...])
      target = target[..<split.lowerBound]
    }
    let notice = text[comma.upperBound...].prefix(64).lowercased()
    let allowed = ConsentSubject(String(target))?.scopes ?? ConsentScope.ofCommunities
    guard let scopes = try? readScopes(String(text[..<middle.lowerBound]), among: allowed),
      let expires = moment(String(text[end.upperBound..<comma.lowerBound])), isDigest(notice)
    else { return nil }
    return ConsentTerms(
      target: String(target), scopes: scopes, item: item, notice: notice, expires: expires)
  }
}

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
  ///
  /// Where none is right, the last one that has all of its parts tells what is wrong.
  package static func find(in text: String) throws(TermsFault) -> ConsentTerms {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var rest = words[...]
    var fault = TermsFault.noSentence
    while let start = rest.firstRange(of: "agree: ") {
      let lead = rest[..<start.lowerBound]
      rest = rest[start.upperBound...]
      guard lead.hasSuffix("We ") || lead.hasSuffix("I "), let parts = Parts(rest) else { continue }
      do throws(TermsFault) {
        return try parts.terms()
      } catch {
        fault = error
      }
    }
    throw fault
  }
}

/// The pieces of a sentence, as they were written.
private struct Parts {
  private let scopes: Substring
  private let target: Substring
  private let item: Substring?
  private let end: Substring
  private let notice: Substring

  /// Takes what follows `We agree: ` apart; nil when it goes on in another way.
  init?(_ text: Substring) {
    guard let middle = text.firstRange(of: " for "),
      let until = text[middle.upperBound...].firstRange(of: " until "),
      let comma = text[until.upperBound...].firstRange(of: ", notice sha256:")
    else { return nil }
    scopes = text[..<middle.lowerBound]
    end = text[until.upperBound..<comma.lowerBound]
    notice = text[comma.upperBound...].prefix { $0 != " " }.prefix(64)
    let about = text[middle.upperBound..<until.lowerBound]
    let split = about.firstRange(of: " item ")
    target = split.map { about[..<$0.lowerBound] } ?? about
    item = split.map { about[$0.upperBound...] }
  }

  func terms() throws(TermsFault) -> ConsentTerms {
    let target = String(target)
    return ConsentTerms(
      target: target,
      scopes: try readScopes(
        String(scopes), among: ConsentSubject(target)?.scopes ?? ConsentScope.ofCommunities),
      item: item.map { String($0) }, notice: try readDigest(String(notice), of: "notice sha256:"),
      expires: try readMoment(String(end), of: "until"))
  }
}

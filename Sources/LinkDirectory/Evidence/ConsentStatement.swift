internal import Basics

/// The text of `/.well-known/community-insights.txt`, and of a statement to be signed: one
/// `Key: value` a line, `#` for remarks.
///
///     Site: https://forum.example/
///     Scope: link, name
///     Notice-SHA256: 5f…
///     Granted: 2026-01-02
///     Expires: 2027-01-02
///     Canonical: https://forum.example/.well-known/community-insights.txt
package enum ConsentStatement {
  package static let wellKnownPath = "/.well-known/community-insights.txt"

  private static let keys = [
    "Site", "Person", "Scope", "Item", "Notice-SHA256", "Granted", "Expires", "Canonical",
  ]

  /// `https://forum.example/a` → `https://forum.example/.well-known/community-insights.txt`
  package static func wellKnownAddress(of place: WebAddress) -> WebAddress? {
    WebAddress(place.origin + wellKnownPath)
  }

  package static func text(_ terms: ConsentTerms) -> String {
    var lines = ["\(terms.target.hasPrefix("p-") ? "Person" : "Site"): \(terms.target)"]
    lines.append("Scope: " + terms.scopes.map(\.rawValue).joined(separator: ", "))
    if let item = terms.item { lines.append("Item: \(item)") }
    lines.append("Notice-SHA256: \(terms.notice)")
    if let granted = terms.granted { lines.append("Granted: \(shortMoment(granted))") }
    lines.append("Expires: \(shortMoment(terms.expires))")
    if let canonical = terms.canonical { lines.append("Canonical: \(canonical.text)") }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Reads the text; a key that is unknown or comes twice is a fault, never passed over.
  package static func read(_ text: String) throws(TermsFault) -> ConsentTerms {
    var values: [String: String] = [:]
    // Some editors put a byte order mark first, which nobody sees.
    let text = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let line = trimmed(line)
      if line.isEmpty || line.hasPrefix("#") { continue }
      guard let colon = line.firstIndex(of: ":") else {
        throw .line(index + 1, "is no `Key: value`")
      }
      let key = trimmed(line[..<colon])
      guard let known = keys.first(where: { $0.lowercased() == key.lowercased() }) else {
        throw .line(index + 1, "has the unknown key `\(key)`")
      }
      if values.updateValue(trimmed(line[line.index(after: colon)...]), forKey: known) != nil {
        throw .line(index + 1, "has the key `\(known)` once more")
      }
    }
    return try terms(values)
  }

  private static func terms(_ values: [String: String]) throws(TermsFault) -> ConsentTerms {
    func value(_ key: String) throws(TermsFault) -> String {
      guard let value = values[key], !value.isEmpty else { throw .missing(key) }
      return value
    }
    if values["Site"] != nil, values["Person"] != nil { throw .twoTargets }
    guard let target = values["Site"] ?? values["Person"] else { throw .missing("Site") }
    let subject = values["Person"].flatMap { ConsentSubject($0) }
    let allowed = subject?.scopes ?? ConsentScope.ofCommunities
    let scopes = try readScopes(try value("Scope"), among: allowed)
    let notice = try readDigest(try value("Notice-SHA256"), of: "Notice-SHA256:")
    let expires = try readMoment(try value("Expires"), of: "Expires:")
    let granted = try readMoment(try value("Granted"), of: "Granted:")
    var terms = ConsentTerms(
      target: target, scopes: scopes, item: values["Item"], notice: notice, expires: expires)
    terms.granted = granted
    if let text = values["Canonical"] {
      guard let address = WebAddress(text) else {
        throw .wrong("Canonical:", wants: "a web address", found: text)
      }
      terms.canonical = address
    }
    return terms
  }
}

/// `link, name` → the scopes; a word that is none is a fault.
func readScopes(
  _ text: String, among allowed: [ConsentScope]
) throws(TermsFault) -> [ConsentScope] {
  var found: [ConsentScope] = []
  for word in text.split(separator: ",") {
    let word = trimmed(word)
    guard let scope = ConsentScope(rawValue: word), allowed.contains(scope) else {
      throw .unknownScope(word, known: allowed)
    }
    if found.contains(scope) { throw .scopeTwice(scope) }
    found.append(scope)
  }
  if found.isEmpty { throw .missing("Scope") }
  return found
}

/// The digest of a notice, in small letters; `part` is what holds it.
func readDigest(_ text: String, of part: String) throws(TermsFault) -> String {
  let digest = text.lowercased()
  guard isDigest(digest) else {
    throw .wrong(part, wants: "64 hexadecimal digits", found: text)
  }
  return digest
}

/// The moment that a text tells; `part` is what holds it.
func readMoment(_ text: String, of part: String) throws(TermsFault) -> Timestamp {
  guard let moment = moment(text) else {
    throw .wrong(part, wants: "a day as 2027-01-02", found: text)
  }
  return moment
}

/// A day, which means its first second, or RFC 3339.
func moment(_ text: String) -> Timestamp? {
  CalendarDay(text).map { Timestamp($0) } ?? Timestamp(text)
}

/// The day where the moment is its first second.
func shortMoment(_ moment: Timestamp) -> String {
  Timestamp(moment.day) == moment ? moment.day.description : moment.description
}

func trimmed(_ text: some StringProtocol) -> String {
  var rest = text[...]
  while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
  while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
  return String(rest)
}

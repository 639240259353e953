/// A cut of a community: `all`, or `key=value` pairs in key order joined by `;`, as in
/// `responder=staff;starter=newcomer`.
package struct Segment: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let description: String

  package static let all = Segment(text: "all")

  /// Pairs in any order; `%`, `;` and `=` in a value are percent-encoded.
  package init(_ pairs: [(key: String, value: String)]) {
    let ordered = pairs.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    description =
      pairs.isEmpty
      ? "all" : ordered.map { "\($0.key)=\(encoded($0.value))" }.joined(separator: ";")
  }

  /// One pair: `Segment("starter", "newcomer")`.
  package init(_ key: String, _ value: String) {
    self.init([(key, value)])
  }

  /// A segment as an author or a table writes it.
  package init(text: String) {
    description = text
  }

  /// The cuts as they were given; none for `all`.
  package var pairs: [(key: String, value: String)] {
    description.split(separator: ";").compactMap { pair in
      let halves = pair.split(separator: "=", maxSplits: 1)
      return halves.count == 2 ? (String(halves[0]), decoded(halves[1])) : nil
    }
  }

  package static func < (left: Segment, right: Segment) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }
}

private func decoded(_ value: Substring) -> String {
  var text = String(value)
  for (code, scalar) in [("%3D", "="), ("%3B", ";"), ("%25", "%")] {
    text = text.split(separator: code, omittingEmptySubsequences: false).joined(separator: scalar)
  }
  return text
}

private func encoded(_ value: String) -> String {
  var text = ""
  for scalar in value.unicodeScalars {
    switch scalar {
    case "%": text += "%25"
    case ";": text += "%3B"
    case "=": text += "%3D"
    default: text.unicodeScalars.append(scalar)
    }
  }
  return text
}

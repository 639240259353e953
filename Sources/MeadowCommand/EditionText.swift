internal import Basics
internal import SiteBuild

/// Editions as lines on a terminal.
enum EditionText {
  /// `2018-08-31: 1 community, 1,924 rows, 60 addresses`
  static func summary(_ edition: Edition) -> String {
    let count = edition.communities.count
    return "\(edition.day): \(numberText(count)) \(count == 1 ? "community" : "communities"), "
      + "\(numberText(edition.rows.count)) rows, "
      + "\(numberText(edition.addresses.count)) addresses"
  }

  /// What changed, then addresses: `+` new, `-` gone.
  static func difference(_ comparison: EditionComparison) -> String {
    let changes = comparison.changes.map { change in
      let label = change.label(comparison.wording)
      return label + String(repeating: " ", count: max(1, 11 - label.count)) + change.words
    }
    let new = comparison.newAddresses.map { "+ \($0)" }
    let gone = comparison.vanishedAddresses.map { "- \($0)" }
    return (changes + new + gone).map { $0 + "\n" }.joined()
  }
}

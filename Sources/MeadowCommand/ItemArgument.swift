internal import ArgumentParser
internal import LinkDirectory

/// An item of a person on the command line: `history-meta/post-618`.
enum ItemArgument {
  /// Of a community nobody quotes one item alone, and what is not about a quote has none.
  static func check(_ item: String?, of subject: String?, scope: String?) throws {
    guard let item else { return }
    if let subject, subject != "new", ConsentSubject(subject)?.isPerson != true {
      throw ValidationError(
        "--item goes with a person (p-…): a community allows quotes, or it does not")
    }
    if let scope, !scope.filter({ $0 != " " }).split(separator: ",").contains("quote") {
      throw ValidationError("--item goes with --scope quote")
    }
    guard isItemName(item) else {
      throw ValidationError("--item is written as community/item id, not `\(printable(item))`")
    }
  }
}

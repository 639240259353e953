internal import Basics

/// What `meadow explain` says to a name that nothing has.
package enum ExplainText {
  package static func unknown(_ what: String, nearestPage: String?) -> String {
    let ids = DiagnosticTable.all.map(\.id)
    let near =
      suggestion(for: what.uppercased(), among: ids).flatMap { isCode(what) ? $0 : nil }
      ?? nearestPage
      ?? "codes are written as T003, pages as insights/first/ or Content/insights/first.md, figures "
      + "as insights/first#fig-1 or METRIC@COMMUNITY/PERIOD/SEGMENT"
    return "there is no code, no page and no figure `\(printable(what))`: \(near)"
  }

  /// A letter and digits: `T03`.
  static func isCode(_ text: String) -> Bool {
    text.first?.isLetter == true && text.count > 1 && text.dropFirst().allSatisfy(\.isNumber)
  }
}

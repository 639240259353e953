internal import Basics

/// For whom an edition is made: for everybody, or for colleagues who practise inside before they
/// speak outside.
package enum Audience: String, CaseIterable, Sendable {
  case everybody = "public"
  case colleagues = "internal"

  /// The file by which an internal edition is known, whatever becomes of its folder.
  static let mark = "INTERNAL.txt"
}

extension SitePlan {
  /// What colleagues are told of a page besides what it says: that it is not public yet, and the
  /// author's note. nil in the public edition, always.
  func remarks(on head: PageHead) -> String? {
    guard audience == .colleagues else { return nil }
    var remarks: [String] = []
    if head.isDraft {
      remarks.append(wording(.draftOnly))
    } else if let date = head.date, date > asOf {
      remarks.append(wording(.dueOn, ["day": .text(wording.formats.longDate(date.day))]))
    }
    if let note = head.internalNote { remarks.append(note) }
    return remarks.isEmpty ? nil : remarks.joined(separator: " ")
  }
}

internal import Templating

/// One line of what changed since the edition before.
struct ChangeRow: PageRecord {
  var label: String
  var words: String

  static let recordName = "change"
  static let fields: [PageField<ChangeRow>] = [
    .text("label", "`Better`, `Worse`, `Figure`, `Settling`, `Community` or `Address`.") {
      $0.label
    },
    .text("words", "What changed, with both numbers.") { $0.words },
  ]
}

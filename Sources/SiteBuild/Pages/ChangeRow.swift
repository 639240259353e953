internal import Templating

/// One line of what changed since the edition before.
struct ChangeRow: PageRecord {
  var label: String
  var words: String
  var href: SafeURL?

  static let recordName = "change"
  static let fields: [PageField<ChangeRow>] = [
    .text("label", "`Better`, `Worse`, or what it is about: `Figure`, `New criticism`, `Page`.") {
      $0.label
    },
    .text("words", "What changed; of a figure with both numbers.") { $0.words },
    .optionalURL("href", "Where more is told.") { $0.href },
  ]
}

/// One thing that one subject can allow: `c-7f3k9q` the scope `link`, `p-0007` the quote of an item.
package struct ConsentKey: Sendable, Hashable, Comparable {
  package let subject: ConsentSubject
  package let scope: ConsentScope
  /// For the scope `quote`.
  package let item: String?

  package init(_ subject: ConsentSubject, _ scope: ConsentScope, item: String? = nil) {
    self.subject = subject
    self.scope = scope
    self.item = item
  }

  /// For a list that is compared and not read.
  var line: String { "\(subject) \(scope.rawValue) \(item ?? "")" }

  package static func < (left: ConsentKey, right: ConsentKey) -> Bool {
    (left.subject, left.scope, left.item ?? "") < (right.subject, right.scope, right.item ?? "")
  }
}

extension ConsentEvent {
  /// Every single thing it speaks of.
  package var keys: [ConsentKey] {
    scopes.map { ConsentKey(subject, $0, item: $0 == .quote ? item : nil) }
  }
}

/// What must hold between keys: ``an entry that is `declined` gives its reason``.
struct SchemaRule<Root: Sendable>: Sendable {
  /// The key the finding points at.
  var key: String
  /// The other keys that are looked at.
  var others: [String]
  /// What is wrong, as a sentence.
  var message: String
  var fix: String?
  var holds: @Sendable (Root) -> Bool

  init(
    at key: String, with others: [String] = [], _ message: String, fix: String? = nil,
    unless holds: @escaping @Sendable (Root) -> Bool
  ) {
    self.key = key
    self.others = others
    self.message = message
    self.fix = fix
    self.holds = holds
  }

  /// Whether it is broken, as far as that can be known: where one of the keys is badly written, that
  /// has been reported and is the cause.
  func isBroken(_ root: Root, faulty: Set<String>) -> Bool {
    !faulty.contains(key) && faulty.isDisjoint(with: others) && !holds(root)
  }
}

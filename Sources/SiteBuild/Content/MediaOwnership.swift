/// The five kinds of media, declared wherever an asset is mentioned.
enum MediaOwnership: String, Sendable, CaseIterable {
  /// Made by others, without being asked or paid.
  case earned
  /// Ours.
  case owned
  /// A place that was paid for.
  case paid
  /// Made together with members.
  case participatory
  /// Made by others, paid by somebody.
  case sponsored
}

/// What a conversation is about; the raw value is its tag.
enum Topic: String, Sendable, CaseIterable {
  case scheduling, documentation, upgrade, dashboard, pricing, forum, security

  /// How often it comes up when nothing happens.
  var usualWeight: Double {
    switch self {
    case .scheduling: 34
    case .documentation: 17
    case .upgrade: 14
    case .dashboard: 15
    case .pricing: 6
    case .forum: 6
    case .security: 4
    }
  }
}

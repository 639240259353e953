internal import CommunityData

/// The places inside the forum; the raw value is the channel's id.
enum Place: String, Sendable, CaseIterable {
  case halyard, help, ideas, show, news, nederlands
  /// A channel of four people, too few to show figures about.
  case nightShift = "night-shift"

  private var title: String {
    switch self {
    case .halyard: "Halyard"
    case .help: "Help"
    case .ideas: "Ideas"
    case .show: "Show and tell"
    case .news: "News"
    case .nederlands: "Nederlands"
    case .nightShift: "Night shift"
    }
  }

  static var channels: [Channel] {
    allCases.map { place in
      Channel(
        id: place.rawValue, name: place.title,
        parent: place == .halyard ? nil : Place.halyard.rawValue)
    }
  }
}

/// One width a drawing is made for; the stylesheet shows the one that fits its container.
enum Variant: Hashable, CaseIterable {
  case small, medium, large, halfSmall, halfLarge

  static func all(for width: ChartWidth) -> [Variant] {
    switch width {
    case .full: [.small, .medium, .large]
    case .half: [.halfSmall, .halfLarge]
    }
  }

  /// In px.
  var width: Double {
    switch self {
    case .small: 340
    case .medium: 560
    case .large: 840
    case .halfSmall: 346
    case .halfLarge: 404
    }
  }

  /// The height of the plot alone, in px.
  var plotHeight: Double {
    switch self {
    case .small, .halfSmall, .halfLarge: 214
    case .medium: 234
    case .large: 254
    }
  }

  /// `v-s`
  var className: String { "v-" + suffix }

  /// What makes the ids inside one drawing differ from those of its siblings.
  var suffix: String {
    switch self {
    case .small: "s"
    case .medium: "m"
    case .large: "l"
    case .halfSmall: "h-s"
    case .halfLarge: "h-l"
    }
  }

  /// Whether there is room for the names of bands and for three annotations.
  var isRoomy: Bool { self == .medium || self == .large }
}

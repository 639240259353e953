/// The kinds of text in a drawing: each is one class of the stylesheet.
enum TextStyle: Hashable {
  /// Axis text.
  case plain
  /// A name or value that matters.
  case label
  case annotation
  case bandLabel
  /// The number in a disc.
  case disc
  /// The name of a line, in the colour of its hue.
  case hue(Hue)
  /// The value above a mark, smaller.
  case small
  case smallLabel
  /// The number in a cell of a grid, by the step of the ramp it stands on.
  case step(String)
  /// The heading of a stand-alone drawing.
  case heading

  var className: String {
    switch self {
    case .plain: ""
    case .label: "lab"
    case .annotation: "ann halo"
    case .bandLabel: "bandlab"
    case .disc: "disc"
    case .hue(let hue): hue == .first ? "t1 halo" : "t2 halo"
    case .small: "sm halo"
    case .smallLabel: "lab sm halo"
    case .step(let step): ["q1", "q2", "q3", "q4", "q5"].contains(step) ? step + "t" : ""
    case .heading: "head"
    }
  }

  /// In px at the width the drawing is made for.
  var size: Double {
    switch self {
    case .bandLabel, .disc, .small, .smallLabel: 12.5
    case .heading: 19
    default: 13
    }
  }

  var isBold: Bool {
    switch self {
    case .plain, .annotation, .small, .step: false
    default: true
    }
  }

  func width(of text: String) -> Double {
    estimatedWidth(text, size: size, isBold: isBold)
  }
}

/// The two hues a chart may use; more lines are told apart by their dashes.
enum Hue: Int, Hashable {
  case first = 1
  case second = 2
}

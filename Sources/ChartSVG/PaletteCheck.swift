package import Basics

/// Whether the colours of a theme can be seen and told apart by every reader.
///
/// Texts and named lines need 4.5 to 1, marks 3 to 1, and any two data colours a distance of 7 under
/// each ``ColourVision``. `theme` is the word for it in the message: `light`.
package func checkPalette(
  _ palette: Palette, theme: String, at location: SourceLocation? = nil
) -> [Diagnostic] {
  let faint = palette.pairs.filter { contrast($0.front.colour, $0.back.colour) < $0.least }
  return faint.map { faintColour($0, theme, at: location) }
    + alikeColours(palette.data, theme, at: location)
}

/// A colour with the name it has in the style sheet.
private struct NamedColour {
  var name: String
  var colour: Colour
}

/// What stands on what, and the least contrast it needs.
private struct ColourPair {
  var front: NamedColour
  var back: NamedColour
  var least: Double
}

extension Palette {
  fileprivate var data: [NamedColour] {
    series.enumerated().map { NamedColour(name: "--c\($0 + 1)", colour: $1) }
      + [NamedColour(name: "--ctx", colour: context)]
  }

  fileprivate var pairs: [ColourPair] {
    let ground = NamedColour(name: "--bg", colour: background)
    let grounds = [
      ground, NamedColour(name: "--surface", colour: surface),
      NamedColour(name: "--band", colour: band),
    ]
    let texts = [
      NamedColour(name: "--ink", colour: ink), NamedColour(name: "--ink-2", colour: ink2),
      NamedColour(name: "--link", colour: link),
    ]
    let marks = [
      NamedColour(name: "--ctx", colour: context), NamedColour(name: "--edge", colour: edge),
    ]
    let lines = data.dropLast().map { ColourPair(front: $0, back: ground, least: 4.5) }
    let steps = zip(ramp, rampText).enumerated().map { index, step in
      ColourPair(
        front: NamedColour(name: "--q\(index + 1)t", colour: step.1),
        back: NamedColour(name: "--q\(index + 1)", colour: step.0), least: 4.5)
    }
    return texts.flatMap { text in grounds.map { ColourPair(front: text, back: $0, least: 4.5) } }
      + marks.flatMap { mark in
        [grounds[0], grounds[2]].map { ColourPair(front: mark, back: $0, least: 3) }
      } + lines + steps
  }
}

private func faintColour(
  _ pair: ColourPair, _ theme: String, at location: SourceLocation?
) -> Diagnostic {
  let ratio = decimalText(contrast(pair.front.colour, pair.back.colour), places: 2)
  return Diagnostic(
    ChartSVGCodes.faintColour,
    """
    in the \(theme) theme `\(pair.front.name)` \(pair.front.colour.hex) has a contrast of \
    \(ratio) to 1 on `\(pair.back.name)` \(pair.back.colour.hex)
    """, at: location, fix: "it needs \(decimalText(pair.least, places: 1)) to 1")
}

private func alikeColours(
  _ colours: [NamedColour], _ theme: String, at location: SourceLocation?
) -> [Diagnostic] {
  colours.indices.flatMap { index in
    colours[(index + 1)...].compactMap { other in
      alike(colours[index], other, theme, at: location)
    }
  }
}

/// The vision under which the two are closest, where that is too close.
private func alike(
  _ left: NamedColour, _ right: NamedColour, _ theme: String, at location: SourceLocation?
) -> Diagnostic? {
  let distances = ColourVision.allCases.map {
    (vision: $0, value: distance(left.colour, right.colour, $0))
  }
  guard let closest = distances.min(by: { $0.value < $1.value }), closest.value < 7 else {
    return nil
  }
  return Diagnostic(
    ChartSVGCodes.alikeColours,
    """
    in the \(theme) theme `\(left.name)` \(left.colour.hex) and `\(right.name)` \
    \(right.colour.hex) are \(decimalText(closest.value, places: 1)) apart
    """, at: location,
    fix:
      "they need 7 under \(closest.vision == .normal ? "normal vision" : closest.vision.rawValue)"
  )
}

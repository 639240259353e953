/// How a reader sees colours.
package enum ColourVision: String, Sendable, Hashable, CaseIterable {
  case normal, protanopia, deuteranopia, tritanopia
}

/// The contrast of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio).
package func contrast(_ left: Colour, _ right: Colour) -> Double {
  let (l, r) = (LinearColour(left).luminance, LinearColour(right).luminance)
  return (max(l, r) + 0.05) / (min(l, r) + 0.05)
}

/// How far apart two colours look: the distance in OKLab × 100, after the simulated vision.
package func distance(_ left: Colour, _ right: Colour, _ vision: ColourVision = .normal) -> Double {
  let (l, r) = (
    LinearColour(left).seen(with: vision).oklab, LinearColour(right).seen(with: vision).oklab
  )
  let sum = zip(l, r).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  return sum.squareRoot() * 100
}

/// A colour as amounts of light, 0…1 a channel.
private struct LinearColour {
  var channels: [Double]

  /// IEC 61966-2-1, the transfer function of sRGB.
  init(_ colour: Colour) {
    channels = [colour.red, colour.green, colour.blue].map {
      let value = Double($0) / 255
      return value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055, 2.4)
    }
  }

  var luminance: Double { dot([0.2126, 0.7152, 0.0722], channels) }

  /// Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision
  /// deficiency" (2009), severity 1.0, on linear light, held within what a screen can show.
  func seen(with vision: ColourVision) -> LinearColour {
    guard let matrix = machado[vision] else { return self }
    var seen = self
    seen.channels = matrix.map { min(1, max(0, dot($0, channels))) }
    return seen
  }

  /// Björn Ottosson, "A perceptual color space for image processing" (2020).
  var oklab: [Double] {
    let cones = lightToCones.map { cubeRoot(dot($0, channels)) }
    return conesToLab.map { dot($0, cones) }
  }
}

private func dot(_ left: [Double], _ right: [Double]) -> Double {
  zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
}

private let machado: [ColourVision: [[Double]]] = [
  .protanopia: [
    [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  .deuteranopia: [
    [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
    [-0.011820, 0.042940, 0.968881],
  ],
  .tritanopia: [
    [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.303900],
  ],
]

private let lightToCones: [[Double]] = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
]

private let conesToLab: [[Double]] = [
  [0.2104542553, 0.7936177850, -0.0040720468],
  [1.9779984951, -2.4285922050, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.8086757660],
]

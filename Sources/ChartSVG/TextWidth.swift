/// How wide a text will be, without a browser to ask.
///
/// Per character: 0.64 of the size, capitals 0.8, the widest Latin letters 1, East Asian wide ones
/// 1.24, marks that combine nothing; bold a tenth more. Measured on DejaVu Sans, the widest of the
/// usual system fonts, so that no other makes a text wider than this says.
func estimatedWidth(_ text: String, size: Double, isBold: Bool = false) -> Double {
  let units = text.unicodeScalars.reduce(0) { $0 + emUnits(of: $1) }
  return units * size * (isBold ? 1.1 : 1)
}

/// The text, or as much of its beginning as fits with an ellipsis: `"Documentat…"`; empty where
/// not even one character fits.
func fitted(_ text: String, to width: Double, _ style: TextStyle) -> String {
  if style.width(of: text) <= width { return text }
  var cut = text
  while !cut.isEmpty {
    cut.removeLast()
    while cut.last == " " { cut.removeLast() }
    if style.width(of: cut + "…") <= width { break }
  }
  return cut.isEmpty ? "" : cut + "…"
}

private func emUnits(of scalar: Unicode.Scalar) -> Double {
  switch scalar.value {
  case 0x4D, 0x57, 0x6D, 0x77, 0x25, 0x40, 0x2026, 0x2014: 1  // M W m w % @ … —
  case 0x41...0x5A: 0.8
  case 0x20...0x2FF: 0.64
  default: emUnitsBeyondLatin(scalar)
  }
}

private func emUnitsBeyondLatin(_ scalar: Unicode.Scalar) -> Double {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: break
  }
  if wideRanges.contains(where: { $0.contains(scalar.value) }) { return 1.24 }
  switch scalar.value {
  case 0x370...0x52F: return 0.86  // Greek and Cyrillic have letters as wide as M
  case 0xFDFA...0xFDFD: return 6  // one code point that is a whole phrase
  case 0x900...0x1DFF, 0x12000...0x1F2FF: return 1
  default: return 0.64
  }
}

/// Unicode's East Asian Width W and F, by block.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
  0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
  0x1F300...0x1FAFF, 0x20000...0x3FFFD,
]

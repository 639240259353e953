/// How wide a text will be, without a browser to ask: the larger of two estimates.
///
/// One is 0.62 of the size a character, twice that for East Asian wide ones; the other goes by the
/// kind of letter. Both are measured on DejaVu Sans, the widest of the usual system fonts, so that no
/// other makes a text wider than this says. Marks that combine take no room; bold takes an eighth more.
func estimatedWidth(_ text: String, size: Double, isBold: Bool = false) -> Double {
  var byLetter = 0.0
  var byCount = 0.0
  for scalar in text.unicodeScalars {
    let width = emUnits(of: scalar)
    byLetter += width
    byCount += width == 0 ? 0 : (width == wideUnits ? wideUnits : 0.62)
  }
  return max(byLetter, byCount) * size * (isBold ? 1.12 : 1)
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

private let wideUnits = 1.24

/// In parts of the size.
private func emUnits(of scalar: Unicode.Scalar) -> Double {
  switch scalar.value {
  case 0x4D, 0x57, 0x6D, 0x77, 0x25, 0x40, 0x2026, 0x2014: 1  // M W m w % @ … —
  case 0x66, 0x69, 0x6A, 0x6C, 0x72, 0x74, 0x49, 0x20, 0xA0: 0.42  // f i j l r t I and spaces
  case 0x21, 0x27...0x29, 0x2C...0x2F, 0x3A, 0x3B: 0.42  // punctuation
  case 0x23, 0x26, 0x2B, 0x3C...0x3E, 0x5E, 0x7E: 0.85  // # & + < = > ^ ~
  case 0xC6, 0xE6, 0x152, 0x153: 1.1  // Æ æ Œ œ
  case 0x41...0x5A, 0xC0...0xDE: 0.8
  case 0x100...0x2FF: 0.86
  case 0x20...0xFF: 0.64
  default: emUnitsBeyondLatin(scalar)
  }
}

private func emUnitsBeyondLatin(_ scalar: Unicode.Scalar) -> Double {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: break
  }
  if wideRanges.contains(where: { $0.contains(scalar.value) }) { return wideUnits }
  switch scalar.value {
  case 0x370...0x52F: return 0.95  // Greek and Cyrillic have letters as wide as M
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

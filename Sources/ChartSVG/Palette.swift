/// The colours of one theme: surfaces, texts, data, and the ramp of the grids.
package struct Palette: Sendable, Hashable {
  package var background: Colour
  package var surface: Colour
  package var ink: Colour
  package var ink2: Colour
  package var edge: Colour
  package var rule: Colour
  package var grid: Colour
  package var band: Colour
  package var range: Colour
  /// The four series colours, `--c1` to `--c4`; each may also be text.
  package var series: [Colour]
  /// What is shown for comparison; graphics only, never text.
  package var context: Colour
  /// The five steps of the ramp, `--q1` to `--q5`, from few to many.
  package var ramp: [Colour]
  /// The text on each step.
  package var rampText: [Colour]
  /// Links, which are text.
  package var link: Colour
}

/// The colours of both themes.
package struct ThemeColours: Sendable, Hashable {
  package var light: Palette
  package var dark: Palette

  package static let standard = ThemeColours(light: .light, dark: .dark)

  package init(light: Palette, dark: Palette) {
    self.light = light
    self.dark = dark
  }
}

extension Palette {
  package static let light = Palette(
    background: Colour(0xFFFFFF), surface: Colour(0xF3F5F7), ink: Colour(0x15191E),
    ink2: Colour(0x49525C), edge: Colour(0x7B848E), rule: Colour(0xD3D8DD),
    grid: Colour(0xDDE1E5), band: Colour(0xE9EDF1), range: Colour(0xDFE6F1),
    series: [0x244A93, 0xA8450E, 0x27735D, 0x641C52].map(Colour.init),
    context: Colour(0x767F89),
    ramp: [0xE6ECF6, 0xBFCFE9, 0x8FABD9, 0x466CB2, 0x244A93].map(Colour.init),
    rampText: [0x15191E, 0x15191E, 0x15191E, 0xFFFFFF, 0xFFFFFF].map(Colour.init),
    link: Colour(0x1A4FA3))

  /// On a dark ground more is lighter, so the ramp runs the other way.
  package static let dark = Palette(
    background: Colour(0x14171B), surface: Colour(0x1D2127), ink: Colour(0xECEFF2),
    ink2: Colour(0xB9C1C9), edge: Colour(0x7D8792), rule: Colour(0x333A42),
    grid: Colour(0x2C323A), band: Colour(0x242A31), range: Colour(0x22304A),
    series: [0x4489E5, 0xFABE80, 0x6FE0D0, 0xD995C8].map(Colour.init),
    context: Colour(0x808A95),
    ramp: [0x1B2537, 0x213B68, 0x2C559C, 0x4F92EA, 0x9CC4F8].map(Colour.init),
    rampText: [0xECEFF2, 0xECEFF2, 0xFFFFFF, 0x14171B, 0x14171B].map(Colour.init),
    link: Colour(0x8AB8F8))
}

import Basics
import ChartSVG
import Testing

@Suite struct PaletteTests {
  /// From the design's table of measured contrasts.
  @Test(
    "measures contrast as WCAG defines it",
    arguments: [
      (0x15191E, 0xFFFFFF, 17.65), (0x49525C, 0xE9EDF1, 6.75), (0x7B848E, 0xFFFFFF, 3.80),
      (0x244A93, 0xFFFFFF, 8.48), (0xA8450E, 0xE9EDF1, 5.07), (0x27735D, 0xFFFFFF, 5.68),
      (0x641C52, 0xFFFFFF, 11.48), (0x4489E5, 0x14171B, 5.10), (0xFABE80, 0x14171B, 10.91),
      (0x808A95, 0x242A31, 4.13), (0xFFFFFF, 0x466CB2, 5.19), (0x000000, 0xFFFFFF, 21),
    ] as [(UInt32, UInt32, Double)])
  func measuresContrast(front: UInt32, back: UInt32, expected: Double) {
    #expect(abs(contrast(Colour(front), Colour(back)) - expected) < 0.006)
  }

  /// From the design's table of smallest distances, context grey included.
  @Test(
    "measures the smallest distance between data colours under each vision",
    arguments: [
      (true, ColourVision.normal, 12.1), (true, .protanopia, 8.0), (true, .deuteranopia, 9.3),
      (true, .tritanopia, 7.8), (false, .normal, 13.5), (false, .protanopia, 9.6),
      (false, .deuteranopia, 8.3), (false, .tritanopia, 8.3),
    ])
  func measuresDistance(isLight: Bool, vision: ColourVision, expected: Double) {
    let palette = isLight ? Palette.light : .dark
    let colours = palette.series + [palette.context]
    let distances = colours.indices.flatMap { index in
      colours[(index + 1)...].map { distance(colours[index], $0, vision) }
    }
    #expect(abs((distances.min() ?? 0) - expected) < 0.051)
  }

  @Test("finds nothing wrong with the built-in themes")
  func acceptsBuiltInThemes() {
    #expect(checkPalette(.light, theme: "light") == [])
    #expect(checkPalette(.dark, theme: "dark") == [])
  }

  @Test("says which colour is too faint, by how much and what it needs")
  func refusesFaintColour() throws {
    var palette = Palette.light
    palette.series[2] = Colour(0x7FC8B0)
    let found = try #require(checkPalette(palette, theme: "light").first)
    #expect(
      found.text == """
        error[C001]: in the light theme `--c3` #7fc8b0 has a contrast of 1.95 to 1 on `--bg` #ffffff
          = fix: it needs 4.5 to 1
        """)
  }

  /// Distances computed apart from this program: `#3d6b2f` with `--c1` 6.24 for tritanopia, with
  /// `--c2` 4.93 for protanopia; `#1f7a5c` with the context grey 7.08 for protanopia, just enough.
  @Test("says which colours look alike, and to whom")
  func refusesAlikeColours() {
    var palette = Palette.light
    palette.series[2] = Colour(0x3D6B2F)
    #expect(
      checkPalette(palette, theme: "light").map(\.text) == [
        """
        error[C002]: in the light theme `--c1` #244a93 and `--c3` #3d6b2f are 6.2 apart
          = fix: they need 7 under tritanopia
        """,
        """
        error[C002]: in the light theme `--c2` #a8450e and `--c3` #3d6b2f are 4.9 apart
          = fix: they need 7 under protanopia
        """,
      ])
    palette.series[2] = Colour(0x1F7A5C)
    #expect(checkPalette(palette, theme: "light") == [])
  }

  @Test("reads and prints hexadecimal colours and nothing else")
  func readsHexadecimal() {
    #expect(Colour(hex: "#244A93")?.hex == "#244a93")
    for wrong in ["244a93", "#244a9", "#244a9g", "#244a93ff", "#+44a93"] {
      #expect(Colour(hex: wrong) == nil)
    }
  }
}

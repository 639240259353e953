internal import Basics
internal import ChartSVG

/// The colours a style sheet declares on `:root`, for each theme; the last declaration counts, as in
/// a browser.
struct ThemeTokens: Sendable {
  /// By name, `--c1`, with the place of the value.
  private(set) var light: [String: Placed] = [:]
  private(set) var dark: [String: Placed] = [:]

  struct Placed: Sendable {
    var colour: Colour
    /// In bytes of the sheet.
    var range: Range<Int>
  }

  init(_ sheet: [UInt8]) {
    var reader = TokenReader(bytes: sheet)
    reader.read()
    for token in reader.found {
      if token.isDark {
        dark[token.name] = token.placed
      } else {
        light[token.name] = token.placed
      }
    }
  }

  /// A palette with these colours in place of its own. On a dark ground what is declared for dark
  /// counts, and then, since a token without a dark value is the same everywhere, what is for light.
  func colours() -> ThemeColours {
    ThemeColours(
      light: palette(.light) { light[$0]?.colour },
      dark: palette(.dark) { (dark[$0] ?? light[$0])?.colour })
  }

  private func palette(_ standard: Palette, _ token: (String) -> Colour?) -> Palette {
    var palette = standard
    for (name, path) in ThemeTokens.single {
      if let colour = token(name) { palette[keyPath: path] = colour }
    }
    for (prefix, suffix, path) in ThemeTokens.rows {
      for index in palette[keyPath: path].indices {
        if let colour = token("\(prefix)\(index + 1)\(suffix)") {
          palette[keyPath: path][index] = colour
        }
      }
    }
    return palette
  }

  private static var single: [(String, WritableKeyPath<Palette, Colour>)] {
    [
      ("--bg", \.background), ("--surface", \.surface), ("--ink", \.ink), ("--ink-2", \.ink2),
      ("--edge", \.edge), ("--rule", \.rule), ("--grid", \.grid), ("--band", \.band),
      ("--range", \.range), ("--ctx", \.context), ("--link", \.link),
    ]
  }

  private static var rows: [(String, String, WritableKeyPath<Palette, [Colour]>)] {
    [("--c", "", \.series), ("--q", "", \.ramp), ("--q", "t", \.rampText)]
  }
}

/// Finds custom properties with a hexadecimal colour in the rules of `:root`.
private struct TokenReader {
  struct Token {
    var name: String
    var placed: ThemeTokens.Placed
    var isDark: Bool
  }

  let bytes: [UInt8]
  var found: [Token] = []
  /// What stands before each brace that is open.
  private var open: [String] = []
  private var start = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func read() {
    var index = 0
    while index < bytes.count {
      if StyleBytes.isComment(bytes, at: index) {
        index = StyleBytes.endOfComment(bytes, from: index)
        start = index
        continue
      }
      if StyleBytes.isQuote(bytes[index]) {
        index = StyleBytes.endOfString(bytes, from: index)
        continue
      }
      switch bytes[index] {
      case UInt8(ascii: "{"):
        open.append(text(start..<index).lowercased())
        start = index + 1
      case UInt8(ascii: "}"):
        takeDeclaration(start..<index)
        if !open.isEmpty { open.removeLast() }
        start = index + 1
      case UInt8(ascii: ";"):
        takeDeclaration(start..<index)
        start = index + 1
      default: break
      }
      index += 1
    }
  }

  private mutating func takeDeclaration(_ range: Range<Int>) {
    guard open.last == ":root", let media = media,
      let colon = bytes[range].firstIndex(of: UInt8(ascii: ":"))
    else { return }
    let name = text(range.lowerBound..<colon)
    let value = trimmed(colon + 1..<range.upperBound)
    guard name.hasPrefix("--"), let colour = Colour(hex: text(value)) else { return }
    found.append(
      Token(
        name: name, placed: ThemeTokens.Placed(colour: colour, range: value),
        isDark: media == .dark))
  }

  private enum Media { case all, dark }

  /// nil inside of what holds only for paper, small screens and the like.
  private var media: Media? {
    switch open.count {
    case 1: .all
    case 2 where open[0].contains("prefers-color-scheme") && open[0].contains("dark"): .dark
    default: nil
    }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, bytes[first] <= 0x20 { range = first + 1..<range.upperBound }
    while let last = range.last, bytes[last] <= 0x20 { range = range.lowerBound..<last }
    return range
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[trimmed(range)], as: UTF8.self)
  }
}

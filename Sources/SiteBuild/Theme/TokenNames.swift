internal import Basics

/// The names of custom properties in a style sheet: those it gives a value, and those it uses.
struct TokenNames: Sendable {
  /// In the order of the sheet, each with its place in bytes.
  private(set) var declared: [(name: String, range: Range<Int>)] = []
  private(set) var used: Set<String> = []

  init(_ sheet: [UInt8]) {
    var index = 0
    while index < sheet.count {
      if StyleBytes.isComment(sheet, at: index) {
        index = StyleBytes.endOfComment(sheet, from: index)
      } else if StyleBytes.isQuote(sheet[index]) {
        index = StyleBytes.endOfString(sheet, from: index)
      } else if TokenNames.isPartOfName(sheet[index]) {
        let end = TokenNames.endOfName(sheet, from: index)
        take(sheet, index..<end)
        index = end
      } else {
        index += 1
      }
    }
  }

  /// A name before a colon is given a value: `--c1 : #000`. Any other is used: `var(--c1)`.
  private mutating func take(_ sheet: [UInt8], _ range: Range<Int>) {
    let name = String(decoding: sheet[range], as: UTF8.self)
    guard name.hasPrefix("--"), range.count > 2 else { return }
    if sheet[range.upperBound...].first(where: { $0 > 0x20 }) == UInt8(ascii: ":") {
      declared.append((name, range))
    } else {
      used.insert(name)
    }
  }

  private static func endOfName(_ sheet: [UInt8], from start: Int) -> Int {
    sheet[start...].firstIndex { !isPartOfName($0) } ?? sheet.count
  }

  private static func isPartOfName(_ byte: UInt8) -> Bool {
    byte.isASCIILetterOrDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      || byte >= 0x80
  }

  /// Warnings of names that are given a value, used nowhere and nearly those of a theme's tokens.
  /// Whoever uses a token of their own in it, or names it otherwise, may have meant what is written.
  func misspelt(in sheet: SourceText, beside theme: TokenNames) -> [Diagnostic] {
    let known = theme.used.union(theme.declared.map(\.name))
    return declared.compactMap { name, range in
      guard !known.contains(name), !used.contains(name),
        let fix = suggestion(for: name, among: known)
      else { return nil }
      return Diagnostic(
        SiteBuildCodes.unusedOverride, "nothing uses the token `\(name)`",
        at: sheet.excerpt(of: range), severity: .warning, fix: fix)
    }
  }
}

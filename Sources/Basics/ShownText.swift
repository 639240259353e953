extension String {
  /// The text as a page may show it: without U+202A–U+202E, which turn the direction of whatever
  /// follows, and without tag characters, which nobody sees; isolates that it leaves open are closed.
  ///
  /// `"a\u{202E}b"` → `"ab"`, `"a\u{2067}b"` → `"a\u{2067}b\u{2069}"`.
  package var shown: String {
    // Of the bytes of UTF-8, only these can begin one of them.
    guard utf8.contains(where: { $0 == 0xE2 || $0 == 0xF3 }) else { return self }
    var kept = UnicodeScalarView()
    var isolates = 0
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x202A...0x202E, 0xE0000...0xE007F: continue
      case 0x2066...0x2068: isolates += 1
      case 0x2069: isolates -= min(1, isolates)
      default: break
      }
      kept.append(scalar)
    }
    kept.append(contentsOf: repeatElement("\u{2069}" as Unicode.Scalar, count: isolates))
    return String(kept)
  }
}

extension PageTokenizer {
  /// Moves past the content of an element in which markup is text: `title`, `style`, `script` ….
  ///
  /// HTML standard, 13.2.5.2–4. Scripting counts as off, so `noscript` holds markup.
  mutating func readRawText(of token: PageToken) {
    switch token.element {
    case .title, .textarea, .style, .xmp, .iframe, .noembed, .noframes:
      position = endTag(named: token.nameRange, from: position) ?? bytes.count
    case .script:
      readScript(named: token.nameRange)
    case .plaintext:
      position = bytes.count
    default:
      break
    }
  }

  /// The `<` of the next end tag of that name.
  private func endTag(named name: Range<Int>, from start: Int) -> Int? {
    var from = start
    while let open = find(UInt8(ascii: "<"), from: from) {
      if isEndTag(named: name, at: open) { return open }
      from = open + 1
    }
    return nil
  }

  private func isEndTag(named name: Range<Int>, at open: Int) -> Bool {
    guard byte(at: open + 1) == UInt8(ascii: "/") else { return false }
    return isName(name, at: open + 2)
  }

  /// Whether the name stands there and ends there.
  private func isName(_ name: Range<Int>, at start: Int) -> Bool {
    let end = start + name.count
    guard end < bytes.count, endsName(bytes[end]) else { return false }
    return zip(name, start..<end).allSatisfy { lowercased(bytes[$0]) == lowercased(bytes[$1]) }
  }

  private func endsName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || isSpace(byte)
  }

  /// Moves past a script: `<!--` hides a `<script>` in it and that one's end tag (13.2.5.15–31).
  private mutating func readScript(named name: Range<Int>) {
    var state = ScriptState.plain
    var dashes = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "<") {
        if state != .double, isEndTag(named: name, at: position) { return }
        advance(&state, &dashes, name)
        continue
      }
      if byte == UInt8(ascii: ">"), dashes >= 2 { state = .plain }
      dashes = byte == UInt8(ascii: "-") && state != .plain ? dashes + 1 : 0
      position += 1
    }
  }

  private enum ScriptState {
    /// Outside of `<!--`, inside of it, inside of a `<script>` inside of it.
    case plain, escaped, double
  }

  /// Takes a `<` in a script and what belongs to it.
  private mutating func advance(
    _ state: inout ScriptState, _ dashes: inout Int, _ name: Range<Int>
  ) {
    dashes = 0
    switch state {
    case .plain where has("<!--", at: position):
      state = .escaped
      dashes = 2
      position += 4
    case .escaped where isName(name, at: position + 1):
      state = .double
      position += 1 + name.count
    case .double where isEndTag(named: name, at: position):
      state = .escaped
      position += 2 + name.count
    default:
      position += 1
    }
  }
}

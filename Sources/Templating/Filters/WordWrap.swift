extension Workspace {
  /// Lines of at most a width, broken at blanks and hyphens; existing line ends stay.
  mutating func wrapped(_ arguments: UnsafeBufferPointer<Value>) throws(Fault) -> Value {
    let subject = try requiredText(arguments[0], for: .wordwrap)
    let width = arguments[1].wholeNumber ?? 79
    guard width > 0 else { throw Fault("the width of `wordwrap` must be above 0") }
    let wrap = LineWrap(
      width: width, breaksWords: arguments[2].isTrue, breaksHyphens: arguments[4].isTrue)
    let separator = arguments[3].isTextual ? arguments[3].string : "\n"
    return try text { (work) throws(Fault) in
      for (number, line) in splitLines(subject.string).enumerated() {
        if number > 0 { work.output.append(separator) }
        for (index, part) in wrap.lines(of: line).enumerated() {
          if index > 0 { work.output.append(separator) }
          work.output.append(part)
          try work.requirePlace()
        }
      }
    }
  }
}

/// Python's `textwrap.wrap` for one line.
struct LineWrap {
  typealias Scalars = ArraySlice<Unicode.Scalar>

  let width: Int
  let breaksWords: Bool
  let breaksHyphens: Bool

  func lines(of text: String) -> [String] {
    var chunks = Array(chunks(of: Array(text.unicodeScalars)).reversed())
    var lines: [String] = []
    while !chunks.isEmpty {
      if !lines.isEmpty, isBlank(chunks[chunks.count - 1]) { chunks.removeLast() }
      var line = takeLine(&chunks)
      if let last = line.last, isBlank(last) { line.removeLast() }
      if !line.isEmpty { lines.append(string(line)) }
    }
    return lines
  }

  func takeLine(_ chunks: inout [Scalars]) -> [Scalars] {
    var line: [Scalars] = []
    var length = 0
    while let chunk = chunks.last, length + chunk.count <= width {
      line.append(chunk)
      length += chunk.count
      chunks.removeLast()
    }
    guard let long = chunks.last, long.count > width else { return line }
    let room = width - length
    if breaksWords {
      let cut = max(room, line.isEmpty ? 1 : 0)
      let end = breakPoint(long, room: cut)
      // Even nothing of it counts as a word, as in Python: so the blank before it stays.
      line.append(long.prefix(end))
      chunks[chunks.count - 1] = long.dropFirst(end)
    } else if line.isEmpty {
      line.append(long)
      chunks.removeLast()
    }
    return line
  }

  /// Where a word too long for a line is cut: after a hyphen when there is one in reach.
  func breakPoint(_ chunk: Scalars, room: Int) -> Int {
    guard breaksHyphens, chunk.count > room else { return room }
    let reach = chunk.prefix(room)
    if let hyphen = reach.lastIndex(of: "-"), hyphen > reach.startIndex,
      reach[..<hyphen].contains(where: { $0 != "-" })
    {
      return hyphen - reach.startIndex + 1
    }
    return room
  }

  /// Words, blanks between them, and parts of words that end with a hyphen between letters.
  func chunks(of text: [Unicode.Scalar]) -> [Scalars] {
    var result: [Scalars] = []
    var start = 0
    for index in text.indices.dropFirst() where isBoundary(text, index, from: start) {
      result.append(text[start..<index])
      start = index
    }
    if start < text.count { result.append(text[start...]) }
    return result
  }

  func isBoundary(_ text: [Unicode.Scalar], _ index: Int, from start: Int) -> Bool {
    if isSpace(text[index]) != isSpace(text[index - 1]) { return true }
    guard breaksHyphens, text[index - 1] == "-", index - 2 >= start, index + 1 < text.count else {
      return false
    }
    return isLetter(text[index - 2]) && isLetter(text[index]) && isLetter(text[index + 1])
  }

  func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }

  func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || (9...13).contains(scalar.value)
  }

  func isBlank(_ chunk: Scalars) -> Bool { chunk.allSatisfy(isSpace) }

  func string(_ parts: [Scalars]) -> String {
    var view = String.UnicodeScalarView()
    for part in parts { view.append(contentsOf: part) }
    return String(view)
  }
}

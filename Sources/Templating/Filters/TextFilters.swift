// Filters that make a text of a text. What they are given as markup stays markup.

extension Workspace {
  /// The result of a filter on a text: markup when the subject was.
  mutating func like(_ subject: Value, _ result: String) -> Value {
    text(result, subject.tag == .html ? .html : .text)
  }

  mutating func cased(_ filter: Filter, _ value: Value) throws(Fault) -> Value {
    let subject = try printed(value)
    if filter == .upper || filter == .lower, let fast = asciiCased(subject, filter == .upper) {
      return fast
    }
    let string = subject.string
    switch filter {
    case .upper: return like(subject, string.uppercased())
    case .lower: return like(subject, string.lowercased())
    case .capitalize: return like(subject, capitalized(string))
    default: return text(titled(string))
    }
  }

  mutating func asciiCased(_ subject: Value, _ upper: Bool) -> Value? {
    guard !subject.bytes.contains(where: { $0 >= 0x80 }) else { return nil }
    let copy = arena.text(subject.bytes, subject.tag == .html ? .html : .text)
    let bytes = UnsafeMutableRawPointer(mutating: copy.address).assumingMemoryBound(to: UInt8.self)
    for index in 0..<copy.count where isLetter(bytes[index]) {
      bytes[index] = upper ? bytes[index] & ~0x20 : bytes[index] | 0x20
    }
    return copy
  }

  mutating func trimmed(_ value: Value, _ characters: Value) throws(Fault) -> Value {
    let subject = try printed(value)
    guard characters.isTextual else { return subject.part(trimmedRange(subject.bytes)) }
    let dropped = Set(characters.string.unicodeScalars)
    var scalars = subject.string.unicodeScalars[...]
    while let first = scalars.first, dropped.contains(first) { scalars.removeFirst() }
    while let last = scalars.last, dropped.contains(last) { scalars.removeLast() }
    return like(subject, String(scalars))
  }

  /// Python's `str.center`: the odd blank goes to the left when the width is odd, else to the right.
  mutating func centered(_ value: Value, _ width: Value) throws(Fault) -> Value {
    let subject = try printed(value)
    let margin = max(0, width.wholeNumber ?? 80) - subject.scalarStarts.count
    guard margin > 0 else { return subject }
    guard margin <= rangeLimit else { throw Fault("too wide", code: TemplatingCodes.limit) }
    let left = margin / 2 + (margin & ((width.wholeNumber ?? 80) & 1))
    return like(
      subject,
      String(repeating: " ", count: left) + subject.string
        + String(repeating: " ", count: margin - left))
  }

  mutating func replaced(
    _ value: Value, _ old: Value, _ new: Value, _ count: Value
  ) throws(Fault) -> Value {
    var (subject, old, new) = (try printed(value), try printed(old), try printed(new))
    // With escaping on, replacing with or in markup escapes what is not.
    if escapes, [subject, old, new].contains(where: { $0.tag == .html }) {
      subject = try markup(subject)
      old = try markup(old)
      new = try markup(new)
    }
    let limit = count.wholeNumber.map { $0 < 0 ? Int.max : $0 } ?? .max
    let result = try replace(subject, old, new, limit)
    return result
  }

  mutating func markup(_ value: Value) throws(Fault) -> Value {
    if value.tag == .html { return value }
    return try text(.html) { (work) throws(Fault) in try work.appendEscaped(value) }
  }

  mutating func replace(
    _ subject: Value, _ old: Value, _ new: Value, _ limit: Int
  ) throws(Fault) -> Value {
    try text(subject.tag == .html ? .html : .text) { (work) throws(Fault) in
      var at = 0
      var left = limit
      while left > 0, let hit = firstIndex(of: old.bytes, in: subject.bytes, from: at) {
        work.output.append(subject.part(at..<hit).bytes)
        work.output.append(new.bytes)
        try work.requirePlace()
        at = hit + old.count
        if old.count == 0 {
          guard at < subject.count else { return }
          var end = at + 1
          while end < subject.count, subject.bytes[end] & 0xC0 == 0x80 { end += 1 }
          work.output.append(subject.part(at..<end).bytes)
          at = end
        }
        left -= 1
      }
      work.output.append(subject.part(at..<subject.count).bytes)
    }
  }

  mutating func indented(
    _ value: Value, _ width: Value, _ first: Value, _ blank: Value
  ) throws(Fault) -> Value {
    let subject = try requiredText(value, for: .indent)
    let indent: String
    if width.isTextual {
      indent = width.string
    } else {
      let count = max(0, width.wholeNumber ?? 4)
      guard count <= rangeLimit else { throw Fault("too wide", code: TemplatingCodes.limit) }
      indent = String(repeating: " ", count: count)
    }
    let lines = splitLines(subject.string + "\n")
    return try text(subject.tag == .html ? .html : .text) { (work) throws(Fault) in
      if first.isTrue { work.output.append(indent) }
      for (index, line) in lines.enumerated() {
        if index > 0 { work.output.append("\n") }
        if index > 0, blank.isTrue || !line.isEmpty { work.output.append(indent) }
        work.output.append(line)
        try work.requirePlace()
      }
    }
  }

  func requiredText(_ value: Value, for filter: Filter) throws(Fault) -> Value {
    if value.isTextual { return value }
    if value.isMissing { throw missing(value) }
    throw Fault("`\(filter.name)` needs a text, not a \(value.kindName)")
  }

  mutating func truncated(_ arguments: UnsafeBufferPointer<Value>) throws(Fault) -> Value {
    let end = try printed(arguments[3])
    let length = arguments[1].wholeNumber ?? 255
    let endLength = end.scalarStarts.count
    guard length >= endLength else {
      throw Fault("`truncate` to \(length) leaves no room for `\(end.string)`")
    }
    // What is short enough stays what it is, even a list.
    let (longest, isEndless) = length.addingReportingOverflow(arguments[4].wholeNumber ?? 5)
    guard try self.length(of: arguments[0]).integer > longest, !isEndless else {
      return arguments[0]
    }
    let subject = try requiredText(arguments[0], for: .truncate)
    let starts = subject.scalarStarts
    let keep = length - endLength
    var cut = keep < starts.count ? starts[keep] : subject.count
    if !arguments[2].isTrue,
      let space = subject.part(0..<cut).bytes.lastIndex(of: UInt8(ascii: " "))
    {
      cut = space
    }
    var kept = subject.part(0..<cut)
    kept.tag = partTag(subject.tag)
    return try concatenated([kept, end])
  }

  /// Markup without comments and tags, references resolved, blanks collapsed.
  mutating func withoutTags(_ value: Value) throws(Fault) -> Value {
    let subject = try printed(value)
    return text(plainText(ofHTML: Array(subject.bytes)))
  }

  mutating func wordCount(_ value: Value) throws(Fault) -> Int {
    var count = 0
    var isInside = false
    for scalar in try printed(value).string.unicodeScalars {
      let isPart =
        scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      if isPart, !isInside { count += 1 }
      isInside = isPart
    }
    return count
  }

  /// Percent-encoded; a map or a list of pairs becomes `a=1&b=2`.
  mutating func urlEncoded(_ value: Value) throws(Fault) -> Value {
    guard value.tag == .map || value.isSequence else {
      let subject = try printed(value)
      return try text { (work) throws(Fault) in
        work.appendPercentEncoded(subject.bytes, keeping: UInt8(ascii: "/"))
      }
    }
    let pairs = try queryPairs(of: value)
    return try text { (work) throws(Fault) in
      for (index, pair) in pairs.enumerated() {
        if index > 0 { work.output.append("&") }
        try work.appendQueryPart(pair.key)
        work.output.append("=")
        try work.appendQueryPart(pair.value)
      }
    }
  }

  mutating func appendQueryPart(_ value: Value) throws(Fault) {
    let part = try printed(value)
    for byte in part.bytes {
      if byte == UInt8(ascii: " ") {
        output.append("+")
      } else {
        appendPercentEncoded(byte)
      }
    }
  }

  func queryPairs(of value: Value) throws(Fault) -> [(key: Value, value: Value)] {
    if value.tag == .map {
      return (0..<value.count).map { (value.items[$0 * 2], value.items[$0 * 2 + 1]) }
    }
    var pairs: [(key: Value, value: Value)] = []
    for item in value.items {
      guard item.isSequence, item.count == 2 else { throw Fault("`urlencode` needs pairs") }
      pairs.append((item.items[0], item.items[1]))
    }
    return pairs
  }
}

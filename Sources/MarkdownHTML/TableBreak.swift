/// The end of a table before a line that libcmark takes for a row of it.
struct TableBreak {
  /// Counted from 1, in the prepared text.
  let line: Int
  /// What a line starts with where the line belongs.
  let marks: [UInt8]

  /// An empty comment ends what stands above it and shows nothing, and it makes no list loose, as a
  /// blank line would.
  var bytes: [UInt8] { marks + Array("<!-- -->".utf8) }
}

extension TableFinder {
  /// Where lines follow tables in lists and quotations without their indent or mark.
  func breaks() -> [TableBreak] {
    plans.compactMap { plan in
      guard plan.delimiterLine < plan.paragraph.endLine,
        let containers = BlockContainers(around: plan.paragraph, in: prepared.text, depth: depth),
        !containers.isEmpty
      else { return nil }
      for line in plan.delimiterLine + 1...plan.paragraph.endLine {
        if let count = containers.countRepeated(prepared.text, line: line) {
          return TableBreak(line: line, marks: containers.marks(ofFirst: count))
        }
      }
      return nil
    }
  }
}

extension PreparedText {
  /// The same with a line of its own before each that ends a table.
  func ended(at breaks: [TableBreak]) -> PreparedText {
    var result = self
    result.text = MappedText()
    var copiedLine = 1
    for one in breaks {
      result.take(from: copiedLine, upTo: one.line, of: self)
      let source = text.map.source(text.map.start(ofLine: one.line))
      result.text.append(one.bytes, from: source)
      result.text.endLine()
      copiedLine = one.line
    }
    result.take(from: copiedLine, upTo: nil, of: self)
    result.shiftReferences(past: breaks, of: text.map)
    return result
  }

  /// Copies whole lines; nil is the end of the text.
  private mutating func take(from first: Int, upTo next: Int?, of other: PreparedText) {
    let map = other.text.map
    let start = map.start(ofLine: first)
    let end = next.map { map.start(ofLine: $0) } ?? other.text.bytes.count
    guard start < end else { return }
    let shift = text.bytes.count - start
    text.append(other.text.bytes[start..<end], from: map.source(start))
    text.map.segments += map.segments(in: start..<end).map {
      .init(made: $0.made + shift, source: $0.source)
    }
    let lines = first..<max(first, min(next ?? map.lineStarts.count, map.lineStarts.count))
    text.map.lineStarts += map.lineStarts[lines].map { $0 + shift }
  }

  /// Moves the offsets behind what was put in; they and the breaks ascend.
  private mutating func shiftReferences(past breaks: [TableBreak], of old: TextMap) {
    var shift = 0
    var next = 0
    for index in referenceLines.indices {
      while next < breaks.count, old.start(ofLine: breaks[next].line) <= referenceLines[index] {
        shift += breaks[next].bytes.count + 1
        next += 1
      }
      referenceLines[index] += shift
    }
  }
}

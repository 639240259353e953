/// Pairs `~~` with `~~` among the texts that stand side by side.
struct Strikethrough {
  /// Two tildes of a text that open or close a deletion.
  struct Mark {
    var offset: Int
    var opens: Bool
  }

  private var found: [OpaquePointer: [Mark]] = [:]

  var isEmpty: Bool { found.isEmpty }

  func marks(of text: CMarkNode) -> [Mark] { found[text.pointer] ?? [] }

  /// Finds the pairs among a node's children; what stands deeper has pairs of its own.
  mutating func find(in parent: CMarkNode) {
    var openers: [(node: CMarkNode, offset: Int)] = []
    var child = parent.firstChild
    while let node = child {
      if node.kind == .text {
        for run in runs(in: node) {
          if run.closes, let opener = openers.popLast() {
            found[opener.node.pointer, default: []].append(Mark(offset: opener.offset, opens: true))
            found[node.pointer, default: []].append(Mark(offset: run.offset, opens: false))
          } else if run.opens {
            openers.append((node, run.offset))
          }
        }
      }
      child = node.next
    }
    sortMarks(of: parent)
  }

  private mutating func sortMarks(of parent: CMarkNode) {
    var child = parent.firstChild
    while let node = child {
      found[node.pointer]?.sort { $0.offset < $1.offset }
      child = node.next
    }
  }

  /// Runs of exactly two tildes, with the sides on which text touches them.
  private func runs(in node: CMarkNode) -> [(offset: Int, opens: Bool, closes: Bool)] {
    let text = node.literal
    var runs: [(offset: Int, opens: Bool, closes: Bool)] = []
    var index = 0
    while index < text.count {
      var end = index
      while end < text.count, text[end] == UInt8(ascii: "~") { end += 1 }
      if end - index == 2 {
        let before = index > 0 ? text[index - 1] : neighbour(node.previous, takesLast: true)
        let after = end < text.count ? text[end] : neighbour(node.next, takesLast: false)
        let (opens, closes) = flanks(before, after)
        runs.append((index, opens, closes))
      }
      index = max(end, index + 1)
    }
    return runs
  }

  /// The specification's left- and right-flanking delimiter runs.
  private func flanks(_ before: UInt8, _ after: UInt8) -> (opens: Bool, closes: Bool) {
    let beforeIsOuter = before.isASCIIBlank || before.isASCIIPunctuation
    let afterIsOuter = after.isASCIIBlank || after.isASCIIPunctuation
    return (
      !after.isASCIIBlank && (!after.isASCIIPunctuation || beforeIsOuter),
      !before.isASCIIBlank && (!before.isASCIIPunctuation || afterIsOuter)
    )
  }

  /// The byte beside a text: a blank at the end of a block, a letter where other markup touches.
  private func neighbour(_ node: CMarkNode?, takesLast: Bool) -> UInt8 {
    guard let node else { return UInt8(ascii: " ") }
    switch node.kind {
    case .softBreak, .lineBreak: return UInt8(ascii: " ")
    case .text: return (takesLast ? node.literal.last : node.literal.first) ?? UInt8(ascii: " ")
    default: return UInt8(ascii: "a")
    }
  }
}

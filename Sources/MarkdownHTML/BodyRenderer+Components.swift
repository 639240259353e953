internal import Basics

extension BodyRenderer {
  mutating func renderComponent(_ node: CMarkNode, info: [UInt8]) {
    let words = info.split(maxSplits: 1, whereSeparator: \.isASCIIBlank)
    let argument = words.count > 1 ? String(decoding: words[1], as: UTF8.self) : ""
    writer.breakLine()
    writer.leaveHole(.component(result.components.count))
    result.components.append(
      ComponentBlock(
        name: String(decoding: words[0], as: UTF8.self), argument: argument,
        body: componentBody(node), range: range(ofBlock: node)))
  }

  private mutating func componentBody(_ node: CMarkNode) -> YAMLValue {
    let yaml = restored(node.literal)
    let firstLine = node.startLine + 1
    let start = text.map.source(text.map.start(ofLine: firstLine))
    let origin = YAMLOrigin(
      line: sourceLines.line(at: start), columnsLeftOut: max(0, node.startColumn - 1))
    let nothing = YAMLValue(.map([]), at: YAMLPlace(line: origin.line, column: 1))
    // Their faults' places would not be shown.
    if findings.isFull {
      findings.addUnseen()
      return nothing
    }
    do {
      return try readYAMLMap(yaml, origin, findings.source)
    } catch {
      findings.add(error)
      return nothing
    }
  }
}

internal import Basics

extension BodyRenderer {
  mutating func renderComponent(_ node: CMarkNode, info: [UInt8]) {
    let words = info.split(maxSplits: 1, whereSeparator: \.isASCIIBlank)
    let argument = words.count > 1 ? String(decoding: words[1], as: UTF8.self) : ""
    writer.breakLine()
    writer.leaveHole(.component(result.components.count))
    let name = String(decoding: words[0], as: UTF8.self)
    let origin = origin(ofBodyOf: node)
    var block = ComponentBlock(
      name: name, argument: argument,
      body: YAMLValue(.map([]), at: YAMLPlace(line: origin.line, column: 1)),
      range: range(ofBlock: node))
    if options.verbatimNames.contains(name) {
      block.text = ComponentText(restored(node.literal), origin)
    } else {
      block.body = componentBody(node, origin) ?? block.body
    }
    result.components.append(block)
  }

  /// Whether a fenced block is a component: of a verbatim one the name must follow, so that code can
  /// be shown as well.
  func isComponent(_ info: [UInt8]) -> Bool {
    let words = info.split(maxSplits: 1, whereSeparator: \.isASCIIBlank)
    guard let first = words.first else { return false }
    let name = String(decoding: first, as: UTF8.self)
    return options.componentNames.contains(name)
      || options.verbatimNames.contains(name) && words.count > 1
  }

  private mutating func origin(ofBodyOf node: CMarkNode) -> YAMLOrigin {
    let start = text.map.source(text.map.start(ofLine: node.startLine + 1))
    return YAMLOrigin(
      line: sourceLines.line(at: start), columnsLeftOut: max(0, node.startColumn - 1))
  }

  /// nil where it cannot be read; then that has been said.
  private mutating func componentBody(_ node: CMarkNode, _ origin: YAMLOrigin) -> YAMLValue? {
    // Their faults' places would not be shown.
    if findings.isFull {
      findings.addUnseen()
      return nil
    }
    do {
      return try readYAMLMap(restored(node.literal), origin, findings.source)
    } catch {
      findings.add(error)
      return nil
    }
  }
}

internal import Basics

extension BodyRenderer {
  /// libcmark closes what the author left open; the rest of the page is then code.
  mutating func reportOpenFence(_ node: CMarkNode) {
    let bytes = prepared.text.bytes
    let start = text.map.start(ofLine: node.startLine) + node.startColumn - 1
    guard start < bytes.count, let fence = fence(at: start), !isIndentedCode(node, at: start)
    else { return }
    let last = prepared.contentLine(node.endLine, of: node)
    let mark = bytes[start]
    let closing = last.prefix { bytes[$0] == mark }
    let isClosed =
      node.endLine > node.startLine && closing.count >= fence
      && last.dropFirst(closing.count).allSatisfy { bytes[$0].isASCIIBlank }
    if isClosed { return }
    let range = range(ofBlock: node)
    findings.add(
      MarkdownCodes.openFence, "this code block is not closed", at: range,
      fix: "close it with \(String(repeating: String(UnicodeScalar(mark)), count: fence))")
  }

  /// Languages that code is written in and whose names are nearly those of components.
  private static let languages: Set<String> = ["node"]

  /// A component whose name is misspelt would be published as code.
  mutating func reportNearlyComponent(_ node: CMarkNode) {
    guard let word = node.fenceInfo.split(whereSeparator: \.isASCIIBlank).first else { return }
    let name = String(decoding: word, as: UTF8.self)
    if options.componentNames.contains(name) || options.verbatimNames.contains(name)
      || BodyRenderer.languages.contains(name)
    {
      return
    }
    guard let fix = suggestion(for: name, among: options.componentNames) else { return }
    findings.add(
      MarkdownCodes.nearlyComponent, "`\(name)` is no component, and is published as code",
      at: range(ofBlock: node), fix: fix, severity: .warning)
  }

  /// The length of a fence of three or more marks; nil when there is none.
  private func fence(at start: Int) -> Int? {
    let bytes = prepared.text.bytes
    guard bytes[start] == UInt8(ascii: "`") || bytes[start] == UInt8(ascii: "~") else {
      return nil
    }
    var end = start
    while end < bytes.count, bytes[end] == bytes[start] { end += 1 }
    return end - start >= 3 ? end - start : nil
  }

  /// Indented code shows its first line, a fenced block does not.
  private func isIndentedCode(_ node: CMarkNode, at start: Int) -> Bool {
    let rest = prepared.text.bytes[start...].prefix { $0 != UInt8(ascii: "\n") }
    return node.fenceInfo.isEmpty && node.literal.starts(with: rest)
  }
}

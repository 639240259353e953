internal import Basics

extension BodyRenderer {
  mutating func enterBlock(_ node: CMarkNode, _ kind: CMarkNode.Kind) -> Bool {
    switch kind {
    case .blockQuote:
      reportAlert(node)
      writer.breakLine()
      writer.write("<blockquote>\n")
    case .list: enterList(node)
    case .item:
      writer.breakLine()
      writer.write("<li>")
    case .heading: enterHeading(node)
    case .paragraph: return enterParagraph(node)
    case .codeBlock: renderCodeBlock(node)
    case .htmlBlock: leaveOutHTMLBlock(node)
    case .thematicBreak:
      writer.breakLine()
      writer.write("<hr />\n")
    default: break
    }
    return true
  }

  mutating func exitBlock(_ node: CMarkNode, _ kind: CMarkNode.Kind) {
    switch kind {
    case .blockQuote:
      writer.breakLine()
      writer.write("</blockquote>\n")
    case .list: writer.write(node.isOrderedList ? "</ol>\n" : "</ul>\n")
    case .item: writer.write("</li>\n")
    case .heading: writeHeadingTag("</h", node.headingLevel, ">\n")
    case .paragraph: exitParagraph(node)
    default: break
    }
  }

  /// `> [!NOTE]`, alone in its line.
  private mutating func reportAlert(_ quotation: CMarkNode) {
    guard let first = quotation.firstChild, first.kind == .paragraph,
      isWritten(UInt8(ascii: "["), atStartOf: first)
    else { return }
    let line = prepared.contentLine(first.startLine, of: first)
    guard line.count < 20 else { return }
    let bytes = prepared.text.bytes[line].filter { !$0.isASCIIBlank }
    let text = String(decoding: bytes, as: UTF8.self)
    guard alertMarks.contains(text.uppercased()) else { return }
    findings.add(
      MarkdownCodes.alert, "`\(text)` makes a box on GitHub, and here its words are shown",
      at: range(ofBlock: first), fix: "write a fenced block `note`, or leave the mark out",
      severity: .warning)
  }

  private mutating func enterList(_ node: CMarkNode) {
    writer.breakLine()
    if !node.isOrderedList {
      writer.write("<ul>\n")
    } else if node.listStart == 1 {
      writer.write("<ol>\n")
    } else {
      writer.write(text: "<ol start=\"\(node.listStart)\">\n")
    }
  }

  // MARK: Headings

  private mutating func enterHeading(_ node: CMarkNode) {
    reportUnderlinedTable(node)
    startInlines(of: node)
    let text = plainText(of: node)
    let id = headingIDs.id(for: text.text(filling: { _ in " " }))
    result.headings.append(
      Heading(level: node.headingLevel, id: id, text: text, range: range(ofBlock: node)))
    writer.breakLine()
    writeHeadingTag("<h", node.headingLevel, " id=\"")
    // Letters, digits and dashes: nothing to be escaped.
    writer.write(text: id)
    writer.write("\">")
  }

  private mutating func writeHeadingTag(_ open: StaticString, _ level: Int, _ end: StaticString) {
    writer.write(open)
    writer.write(UInt8(ascii: "0") + UInt8(level))
    writer.write(end)
  }

  // MARK: Paragraphs

  private mutating func enterParagraph(_ node: CMarkNode) -> Bool {
    if let table = tables?.take(node) {
      renderTable(table.plan, lead: table.lead)
      return false
    }
    startInlines(of: node)
    if let image = captionedImage(in: node), !isInTightList(node) {
      writer.breakLine()
      renderFigure(image)
      return false
    }
    if !isInTightList(node) {
      writer.breakLine()
      writer.write("<p>")
    }
    openTask(node)
    return true
  }

  private mutating func exitParagraph(_ node: CMarkNode) {
    if tables?.isTable(node) == true { return }
    if captionedImage(in: node) != nil, !isInTightList(node) {
      guard footnotes.lastParagraph == node else { return }
      writer.write("<p>")
      writeBackLinks()
      return writer.write("</p>\n")
    }
    closeTask(node)
    if footnotes.lastParagraph == node { writeBackLinks() }
    if !isInTightList(node) { writer.write("</p>\n") }
  }

  private func isInTightList(_ paragraph: CMarkNode) -> Bool {
    guard let list = paragraph.parent?.parent, list.kind == .list else { return false }
    return list.isTight
  }

  /// Gets ready for the inlines of a block.
  mutating func startInlines(of node: CMarkNode) {
    block = node
    if prepared.mayHaveStrikethrough { strikethrough.find(in: node) }
  }

  // MARK: Tasks

  /// `- [x] done` → a ticked box that cannot be changed, in a label that names it.
  private mutating func openTask(_ paragraph: CMarkNode) {
    guard let isDone = taskState(of: paragraph) else { return }
    writer.write("<label><input ")
    if isDone { writer.write("checked=\"\" ") }
    writer.write("disabled=\"\" type=\"checkbox\">")
    bytesToSkip = 3
  }

  private mutating func closeTask(_ paragraph: CMarkNode) {
    if taskState(of: paragraph) != nil { writer.write("</label>") }
  }

  /// Whether a paragraph is a ticked or an open task; nil when it is none.
  private func taskState(of paragraph: CMarkNode) -> Bool? {
    guard paragraph.parent?.kind == .item, paragraph.previous == nil,
      let text = paragraph.firstChild, text.kind == .text, text.literal.count > 3,
      text.literal[0] == UInt8(ascii: "["), text.literal[2] == UInt8(ascii: "]"),
      text.literal[3].isASCIIBlank, isWritten(UInt8(ascii: "["), atStartOf: paragraph)
    else { return nil }
    switch text.literal[1] {
    case UInt8(ascii: " "): return false
    case UInt8(ascii: "x"), UInt8(ascii: "X"): return true
    default: return nil
    }
  }

  /// Whether a block starts with a byte in the source too, not with `\[` or an entity.
  private func isWritten(_ byte: UInt8, atStartOf block: CMarkNode) -> Bool {
    let made = text.map.start(ofLine: block.startLine) + block.startColumn - 1
    return made < text.bytes.count && text.bytes[made] == byte
  }

  // MARK: Code and HTML

  private mutating func renderCodeBlock(_ node: CMarkNode) {
    let info = restored(node.fenceInfo)
    let name = info.prefix { !$0.isASCIIBlank }
    reportOpenFence(node)
    reportNearlyComponent(node)
    if isComponent(info) {
      renderComponent(node, info: info)
      return
    }
    writer.breakLine()
    if name.isEmpty {
      writer.write("<pre><code>")
    } else {
      writer.write("<pre><code class=\"language-")
      writer.writeEscaped(Array(name))
      writer.write("\">")
    }
    writeCode(node.literal)
    writer.write("</code></pre>\n")
  }

  /// Comments are left out in silence, if they end and nothing stands beside them.
  private mutating func leaveOutHTMLBlock(_ node: CMarkNode) {
    if isComments(node.literal) { return }
    findings.add(
      MarkdownCodes.rawHTML, "raw HTML is left out", at: range(ofBlock: node),
      fix: "use Markdown or a component", severity: .warning)
  }
}

private let alertMarks: Set = ["[!NOTE]", "[!TIP]", "[!IMPORTANT]", "[!WARNING]", "[!CAUTION]"]

/// Whether there is nothing but comments and blanks: `<!-- a --> <!-- b -->`.
private func isComments(_ html: UnsafeBufferPointer<UInt8>) -> Bool {
  var offset = 0
  while offset < html.count {
    if html[offset].isASCIIBlank {
      offset += 1
    } else if let end = endOfComment(in: html, from: offset) {
      offset = end
    } else {
      return false
    }
  }
  return true
}

/// The offset behind the comment that starts at an offset; nil where there is none or it does not
/// end.
private func endOfComment(in html: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
  guard html.has("<!--", at: start) else { return nil }
  // Its hyphens may be those of its end, too: a page takes `<!-->` for a whole comment.
  for offset in (start + 2)..<html.count where html.has("-->", at: offset) { return offset + 3 }
  return nil
}

internal import Basics

extension BodyRenderer {
  mutating func enterInline(_ node: CMarkNode, _ kind: CMarkNode.Kind) -> Bool {
    switch kind {
    case .text: renderText(node)
    case .softBreak: writer.write("\n")
    case .lineBreak: writer.write("<br />\n")
    case .code:
      writer.write("<code>")
      writeCode(node.literal)
      writer.write("</code>")
    case .htmlInline: leaveOutHTML(node)
    case .emphasis: open(node, "<em>")
    case .strong: open(node, "<strong>")
    case .link: enterLink(node)
    case .image:
      renderImage(node, captioned: false)
      return false
    default: break
    }
    return true
  }

  private mutating func open(_ node: CMarkNode, _ tag: StaticString) {
    writer.write(tag)
    if prepared.mayHaveStrikethrough { strikethrough.find(in: node) }
  }

  private mutating func leaveOutHTML(_ node: CMarkNode) {
    if node.literal.starts(with: "<!--".utf8) { return }
    findings.add(
      MarkdownCodes.rawHTML, "raw HTML is left out", at: range(ofInline: node),
      fix: "use Markdown or a component", severity: .warning)
  }

  // MARK: Links

  private mutating func enterLink(_ node: CMarkNode) {
    linkDepth += 1
    if prepared.mayHaveStrikethrough { strikethrough.find(in: node) }
    // libcmark reads `[a <https://b>](c)` as a link in a link, which HTML forbids.
    if linkDepth > 1 { return }
    linkIsWritten = false
    guard let address = address(of: node), let place = admit(address, of: node, isImage: false)
    else { return }
    linkIsWritten = true
    writer.write("<a href=\"")
    writeDestination(address, at: place, of: node, isImage: false)
    writer.write("\"")
    writeTitle(of: node)
    writer.write(">")
  }

  mutating func exitLink() {
    linkDepth -= 1
    if linkDepth == 0, linkIsWritten { writer.write("</a>") }
  }

  /// With a caption, the title stands under the image and not in an attribute.
  mutating func renderImage(_ node: CMarkNode, captioned: Bool) {
    let alternative = attributeText(of: node)
    let isEmpty = alternative.runs.allSatisfy { run in
      if case .text(let text) = run { text.allSatisfy(\.isWhitespace) } else { false }
    }
    if isEmpty {
      findings.add(
        MarkdownCodes.noAlternative, "this image has no alternative text",
        at: range(ofInline: node), fix: "say between the brackets what it shows")
    }
    guard let address = address(of: node), let place = admit(address, of: node, isImage: true)
    else {
      write(alternative, isAttribute: false)
      return
    }
    writer.write("<img src=\"")
    writeDestination(address, at: place, of: node, isImage: true)
    writer.write("\" alt=\"")
    write(alternative, isAttribute: true)
    writer.write("\"")
    if !captioned { writeTitle(of: node) }
    writer.leaveHole(.imageSize(result.links.count - 1))
    // The first image may be what a reader came for.
    writer.write(images > 0 ? " loading=\"lazy\" />" : " />")
    images += 1
  }

  /// `![alternative](a.png "Caption")` by itself in a paragraph.
  func captionedImage(in paragraph: CMarkNode) -> CMarkNode? {
    guard let image = paragraph.firstChild, image.kind == .image, image.next == nil,
      !image.title.isEmpty
    else { return nil }
    return image
  }

  mutating func renderFigure(_ image: CMarkNode) {
    writer.write("<figure>")
    renderImage(image, captioned: true)
    writer.write("<figcaption>")
    write(attributeText(image.title), isAttribute: false)
    writer.write("</figcaption></figure>\n")
  }

  /// The address with tokens turned back; nil when it holds an inline value, which is reported.
  private mutating func address(of node: CMarkNode) -> [UInt8]? {
    var holdsValue = false
    let bytes = restored(node.url) { token in
      switch token.kind {
      case .value, .openBraces: holdsValue = true
      case .forbiddenEntity: return true
      default: break
      }
      return false
    }
    guard holdsValue else { return URLPolicy.cleaned(bytes) }
    findings.add(
      MarkdownCodes.valueInAddress, "an address cannot hold an inline value",
      at: range(ofInline: node), fix: "write the address out")
    return nil
  }

  /// Where an address that may be written leads.
  private enum Place { case here, elsewhere }

  /// Says why an address may not be written, if so.
  private mutating func admit(_ address: [UInt8], of node: CMarkNode, isImage: Bool) -> Place? {
    switch URLPolicy.verdict(on: address, isImage: isImage) {
    case .external: return .elsewhere
    case .relative: return .here
    case .foreignImage:
      findings.add(
        MarkdownCodes.foreignImage, "this image lies on another site",
        at: range(ofDestination: address, in: node), fix: "put it into `static/`")
    case .refused(let reason):
      findings.add(
        MarkdownCodes.badAddress, "this address \(reason)",
        at: range(ofDestination: address, in: node),
        fix: "use http, https, mailto, tel or a page of this site")
    }
    return nil
  }

  /// Writes an external address, or leaves a hole for one that the site resolves.
  private mutating func writeDestination(
    _ address: [UInt8], at place: Place, of node: CMarkNode, isImage: Bool
  ) {
    let isRelative = place == .here
    addressBytes += address.count
    if isRelative {
      writer.leaveHole(.destination(result.links.count))
    } else {
      writer.writeAddress(address)
    }
    result.links.append(
      MarkdownLink(
        destination: String(decoding: address, as: UTF8.self), isRelative: isRelative,
        isImage: isImage, range: range(ofDestination: address, in: node)))
  }

  private mutating func writeTitle(of node: CMarkNode) {
    let title = node.title
    guard !title.isEmpty else { return }
    writer.write(" title=\"")
    write(attributeText(title), isAttribute: true)
    writer.write("\"")
  }

  private mutating func write(_ text: MarkdownText, isAttribute: Bool) {
    for run in text.runs {
      switch run {
      case .text(let text): writer.writeEscaped(Array(text.utf8))
      case .inlineValue(let index):
        writer.leaveHole(isAttribute ? .attributeValue(index) : .inlineValue(index))
      }
    }
  }
}

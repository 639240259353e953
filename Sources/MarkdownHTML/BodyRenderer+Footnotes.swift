internal import Basics

extension BodyRenderer {
  /// Ids have a colon, which no heading's id has.
  mutating func writeFootnoteMark(_ index: Int) {
    let (number, reference) = footnotes.refer(to: index)
    if linkDepth > 0 {
      // A link cannot stand in a link.
      writer.write("<sup id=\"")
      writer.write(text: referenceID(number, reference))
      writer.write(text: "\">\(number)</sup>")
      return
    }
    writer.write(text: "<sup><a href=\"#fn:\(number)\" id=\"")
    writer.write(text: referenceID(number, reference))
    writer.write(text: "\" role=\"doc-noteref\">\(number)</a></sup>")
  }

  mutating func renderFootnotes() {
    if footnotes.order.isEmpty {
      reportUnusedFootnotes()
      return
    }
    writer.breakLine()
    writer.write("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"")
    writer.writeEscaped(Array(options.footnotesLabel.utf8))
    writer.write("\">\n<ol>\n")
    var position = 0
    while position < footnotes.order.count {
      renderFootnote(footnotes.order[position])
      position += 1
    }
    writer.write("</ol>\n</section>\n")
    reportUnusedFootnotes()
  }

  private mutating func renderFootnote(_ index: Int) {
    footnotes.current = index
    let definition = footnotes.definitions[index]
    writer.write(text: "<li id=\"fn:\(definition.number)\">\n")
    let last = definition.block?.lastChild
    let isParagraph = last.map { $0.kind == .paragraph && tables?.isTable($0) != true } ?? false
    footnotes.lastParagraph = isParagraph ? last : nil
    walkChildren(of: definition.block)
    footnotes.lastParagraph = nil
    if !isParagraph {
      writer.breakLine()
      writer.write("<p>")
      writeBackLinks()
      writer.write("</p>\n")
    }
    writer.write("</li>\n")
  }

  /// One link back to each reference.
  mutating func writeBackLinks() {
    let definition = footnotes.definitions[footnotes.current]
    for reference in 1...max(1, definition.references) {
      writer.write(" <a href=\"#")
      writer.write(text: referenceID(definition.number, reference))
      writer.write("\" role=\"doc-backlink\" aria-label=\"")
      writer.writeEscaped(Array(options.footnoteBackLabel.utf8))
      writer.write(text: " \(referenceText(definition.number, reference))\">↩</a>")
    }
  }

  private func referenceID(_ number: Int, _ reference: Int) -> String {
    "fnref:\(referenceText(number, reference))"
  }

  private func referenceText(_ number: Int, _ reference: Int) -> String {
    reference == 1 ? "\(number)" : "\(number)-\(reference)"
  }

  private mutating func reportUnusedFootnotes() {
    var seen: Set<String> = []
    for definition in footnotes.definitions where seen.insert(definition.label).inserted {
      if definition.number > 0 { continue }
      findings.add(
        MarkdownCodes.unusedFootnote, "nothing refers to the footnote `\(definition.label)`",
        at: definition.range, fix: "refer to it with `[^\(definition.label)]` or remove it",
        severity: .warning)
    }
  }
}

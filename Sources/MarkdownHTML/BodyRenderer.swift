internal import Basics

/// Turns libcmark's tree into HTML with holes.
///
/// Walks without recursion, so that depth costs no stack.
struct BodyRenderer {
  let prepared: PreparedText
  let options: MarkdownOptions
  var findings: Findings
  var writer = PieceWriter()
  var result = RenderedMarkdown()
  var tables: RenderableTables?
  var headingIDs: HeadingIDs
  var footnotes: FootnoteOrder
  var strikethrough = Strikethrough()
  /// The text that is walked: the prepared one or the cells.
  var text: MappedText
  /// The block whose inlines are walked.
  var block: CMarkNode?
  /// Bytes of the next text to leave out: a cell's first character, a task's box.
  var bytesToSkip = 0
  /// The indices of the values met so far, by their first byte in the source.
  var valueIndices: [Int: Int] = [:]
  /// How many links are around; only the outermost is written, bare addresses in it are text.
  var linkDepth = 0
  var linkIsWritten = false
  lazy var sourceLines = LineIndex(findings.source.bytes)
  /// Images written so far.
  var images = 0
  /// Bytes of the addresses so far.
  var addressBytes = 0
  private var depth = 0
  private var isTooDeep = false
  private var isTooLarge = false
  private let outputLimit: Int

  init(_ prepared: PreparedText, _ findings: Findings, _ options: MarkdownOptions) {
    self.prepared = prepared
    self.options = options
    self.findings = findings
    headingIDs = HeadingIDs(reserved: options.reservedIDs)
    footnotes = FootnoteOrder(definitions: prepared.footnotes)
    text = prepared.text
    let size = prepared.text.bytes.count
    outputLimit = size * options.limits.growth + options.limits.outputConstant
    writer.reserve(size + size / 3)
  }

  mutating func render(_ document: CMarkNode) -> RenderedMarkdown {
    var block = document.firstChild
    for number in footnotes.definitions.indices {
      footnotes.definitions[number].block = block
      block = block?.next
    }
    while let node = block {
      walk(node)
      block = node.next
    }
    renderFootnotes()
    if !isWithinOutputLimit() { writer.discard() }
    writer.endStretch()
    result.html = writer.html
    result.pieces = writer.pieces
    result.diagnostics = findings.diagnostics()
    return result
  }

  /// Renders a node with all that is in it.
  mutating func walk(_ root: CMarkNode) {
    var node = root
    while isWithinOutputLimit() {
      if enter(node), let child = node.firstChild, goesDeeper(node) {
        depth += 1
        node = child
        continue
      }
      while true {
        exit(node)
        if node == root { return }
        if let next = node.next {
          node = next
          break
        }
        guard let parent = node.parent else { return }
        depth -= 1
        node = parent
      }
    }
  }

  /// Renders all that is in a node, but not the node.
  mutating func walkChildren(of node: CMarkNode?) {
    var child = node?.firstChild
    while let node = child {
      walk(node)
      child = node.next
    }
  }

  private mutating func goesDeeper(_ node: CMarkNode) -> Bool {
    if depth < options.limits.depth { return true }
    if !isTooDeep {
      findings.add(
        MarkdownCodes.tooDeep,
        "this stands inside more than \(options.limits.depth) lists, quotations or other marks",
        at: range(ofBlock: block ?? node), fix: "write it flatter")
    }
    isTooDeep = true
    return false
  }

  /// Whether to go on; the addresses that the site will fill in count too.
  mutating func isWithinOutputLimit() -> Bool {
    if isTooLarge { return false }
    if writer.html.count + addressBytes > outputLimit { reportSize() }
    return !isTooLarge
  }

  private mutating func reportSize() {
    findings.add(
      MarkdownCodes.outputTooLarge,
      "this page grows to more than \(options.limits.growth) times its Markdown", at: 0..<0,
      fix: "split the page or shorten the addresses of its references")
    isTooLarge = true
    writer.discard()
    result.links = []
  }

  /// Returns whether to go on with what is inside.
  private mutating func enter(_ node: CMarkNode) -> Bool {
    let kind = node.kind
    return switch kind {
    case .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .link, .image,
      .customInline:
      enterInline(node, kind)
    default:
      enterBlock(node, kind)
    }
  }

  private mutating func exit(_ node: CMarkNode) {
    let kind = node.kind
    switch kind {
    case .text, .softBreak, .lineBreak, .code, .htmlInline: return
    case .emphasis: writer.write("</em>")
    case .strong: writer.write("</strong>")
    case .link: exitLink()
    default: exitBlock(node, kind)
    }
  }
}

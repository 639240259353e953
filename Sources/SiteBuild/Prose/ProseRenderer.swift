internal import Basics
internal import MarkdownHTML
internal import Templating

/// Turns an author's Markdown into HTML with its figures, quotes and values in place.
struct ProseRenderer {
  private static let componentNames = Set(Component.allCases.map(\.rawValue))

  private let renderer: PageRenderer
  let page: SitePath
  /// The queries of the text.
  private(set) var queries = PageQueries.none
  /// The row that the page is made from, where it is.
  let row: PageRow?
  /// The community a text is about, where it is about one: what its blocks and values mean when
  /// they name none.
  let subject: String?
  /// Figures in the order in which they stand on the page.
  private(set) var figures: [Figure]
  /// Items quoted on the page.
  private(set) var quoted: [QuotedItem] = []
  /// Whether there is a quote that is not shown, which has its own finding: what would have followed
  /// from it is none besides.
  private(set) var lacksAQuote = false
  /// The headings of the text.
  private(set) var headings: [Heading] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// What values may call.
  private(set) var functions: [HostFunction] = []
  /// Findings of which a file may have thousands: they are counted, and not shown.
  private var unseen: (count: Int, severity: Severity) = (0, .warning)
  private static let seen = 50

  /// `figures` are those the page shows above the text, so that numbers go on.
  init(
    _ renderer: PageRenderer, on page: SitePath, about subject: String? = nil,
    after figures: [Figure] = [], of row: PageRow? = nil
  ) {
    self.row = row
    self.subject = row.flatMap { $0.template.subject(ofRow: $0.index) } ?? subject
    self.renderer = renderer
    self.page = page
    self.figures = figures
  }

  var plan: SitePlan { renderer.plan }
  var links: ContentLinks { renderer.links }
  var templates: TemplateSet { renderer.templates }
  var runner: QueryRunner { renderer.queries }

  /// The body of a content file as HTML.
  mutating func html(of source: SourceText, from bodyStart: Int) -> SafeHTML {
    SafeHTML(trusted: bytes(of: source, from: bodyStart))
  }

  /// The same, for what has more to come.
  mutating func bytes(of source: SourceText, from bodyStart: Int) -> [UInt8] {
    let rendered = renderMarkdown(source, from: bodyStart, renderer.markdownOptions)
    diagnostics += rendered.diagnostics
    queries = PageQueries(rendered.components, in: source, runner, diagnostics: &diagnostics)
    return filled(rendered, source)
  }

  /// The body of a file with `pages_from`, as the page of one row has it.
  mutating func html(of row: PageRow) -> SafeHTML {
    queries = row.template.queries(ofRow: row.index)
    return SafeHTML(trusted: filled(row.template.rendered, row.template.file.source))
  }

  static func markdownOptions(_ settings: SiteSettings, _ wording: Wording) -> MarkdownOptions {
    var options = MarkdownOptions(
      componentNames: ProseRenderer.componentNames,
      smartPunctuation: settings.smartPunctuation, reservedIDs: ["main", "site-nav"])
    options.verbatimNames = [PageQueries.blockName]
    options.quotationMarks = wording.quotationMarks
    options.footnotesLabel = wording(.footnotes)
    options.footnoteBackLabel = wording(.backToReference)
    return options
  }

  private mutating func filled(_ rendered: RenderedMarkdown, _ source: SourceText) -> [UInt8] {
    // Most texts of a large site have neither values nor blocks.
    let isPlain = rendered.inlineValues.isEmpty && rendered.components.isEmpty
    functions = isPlain ? [] : InlineFunctions.all(plan, queries, about: subject)
    let output = rendered.wholeHTML ?? filledHTML(rendered, source)
    tellOfUnseen(in: source)
    if rendered.inlineValues.isEmpty {
      headings = rendered.headings
      return output
    }
    headings = rendered.headings.map { heading in
      var heading = heading
      heading.text = plain(heading.text, of: rendered, source)
      return heading
    }
    return output
  }

  private mutating func filledHTML(_ rendered: RenderedMarkdown, _ source: SourceText) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(rendered.html.count + 48 * rendered.pieces.count)
    for piece in rendered.pieces { append(piece, of: rendered, source, to: &output) }
    return output
  }

  private mutating func append(
    _ piece: RenderedMarkdown.Piece, of rendered: RenderedMarkdown, _ source: SourceText,
    to output: inout [UInt8]
  ) {
    switch piece {
    case .html(let range):
      rendered.html.withUnsafeBufferPointer { html in
        output.append(contentsOf: UnsafeBufferPointer(rebasing: html[range]))
      }
    case .inlineValue(let index), .attributeValue(let index):
      output += value(index, rendered.inlineValues[index], in: source)
    case .destination(let index):
      HTMLEscaping.append(
        address(of: rendered.links[index], in: source).utf8, to: &output)
    case .imageSize(let index): appendSize(of: rendered.links[index], source, to: &output)
    case .component(let index):
      output += component(rendered.components[index], in: source)
    }
  }

  /// The image's own size, so that the page does not jump when it comes.
  private mutating func appendSize(
    of link: MarkdownLink, _ source: SourceText, to output: inout [UInt8]
  ) {
    // An address that leads nowhere has been reported.
    guard link.isRelative, let file = links.image(at: link.destination, in: source.file) else {
      return
    }
    guard let size = ImageSize(file.bytes) else {
      return noteOften(.warning) {
        Diagnostic(
          SiteBuildCodes.unreadableImage, "the size of `\(file.path)` cannot be read",
          at: source.excerpt(of: link.range), severity: .warning,
          fix: "use PNG, JPEG, GIF, WebP or SVG with `width` and `height` or a `viewBox`")
      }
    }
    output += " width=\"\(size.width)\" height=\"\(size.height)\"".utf8
  }

  private mutating func address(of link: MarkdownLink, in source: SourceText) -> String {
    // An image of nothing, in whose place browsers show what it would have shown.
    if link.isImage, links.isWithdrawn(image: link.destination, in: source.file) { return "data:," }
    do throws(LinkFault) {
      return try links.address(of: link.destination, in: source.file, from: page)
    } catch {
      let links = links
      noteOften(.error) {
        Diagnostic(
          SiteBuildCodes.unknownReference, error.message, at: source.excerpt(of: link.range),
          fix: error.fix
            ?? links.suggestion(for: error, in: source.file).map { "did you mean `\($0)`?" },
          missing: error.missing)
      }
      return ""
    }
  }

  /// Notes what may be wrong thousands of times; finding a place reads the file from its start.
  private mutating func noteOften(_ severity: Severity, _ diagnostic: () -> Diagnostic) {
    if !isFull { return diagnostics.append(diagnostic()) }
    unseen.count += 1
    if severity == .error { unseen.severity = .error }
  }

  /// Whether a further finding is only counted.
  var isFull: Bool { diagnostics.count >= ProseRenderer.seen }

  private mutating func tellOfUnseen(in source: SourceText) {
    if unseen.count == 0 { return }
    diagnostics.append(
      Diagnostic(
        MarkdownHTMLCodes.more, "\(unseen.count) more findings in this file are not shown",
        at: SourceLocation(file: source.file, line: 1), severity: unseen.severity))
    unseen = (0, .warning)
  }

  /// Notes what is wrong.
  mutating func note(_ diagnostic: Diagnostic) { noteOften(diagnostic.severity) { diagnostic } }

  /// How many figures there are so far that have a number.
  var figureCount: Int { figures.count { $0.number > 0 } }

  /// Puts a figure on the page, so that its files are written beside it.
  mutating func add(_ figure: Figure) { figures.append(figure) }

  /// Notes a quote, so that its conversation is among the sources.
  mutating func add(_ item: QuotedItem) { quoted.append(item) }

  mutating func leaveOutAQuote() { lacksAQuote = true }
}

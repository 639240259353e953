internal import Basics
internal import MarkdownHTML
internal import Templating

/// Turns an author's Markdown into HTML with its figures, quotes and values in place.
struct ProseRenderer {
  static let componentNames: Set<String> = ["chart", "quote"]

  let plan: SitePlan
  let links: ContentLinks
  let page: SitePath
  let templates: TemplateSet
  /// The community a text is about, where it is about one: what its blocks and values mean when
  /// they name none.
  let subject: String?
  /// Figures in the order in which they stand on the page.
  private(set) var figures: [Figure]
  /// Items quoted on the page.
  private(set) var quoted: [QuotedItem] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// `figures` are those the page shows above the text, so that numbers go on.
  init(
    plan: SitePlan, links: ContentLinks, page: SitePath, templates: TemplateSet,
    about subject: String? = nil, after figures: [Figure] = []
  ) {
    self.subject = subject
    self.plan = plan
    self.links = links
    self.page = page
    self.templates = templates
    self.figures = figures
  }

  /// The body of a content file as HTML.
  mutating func html(of source: SourceText, from bodyStart: Int) -> SafeHTML {
    let options = MarkdownOptions(
      componentNames: ProseRenderer.componentNames,
      smartPunctuation: plan.settings.smartPunctuation, reservedIDs: ["main", "site-nav"])
    let rendered = renderMarkdown(source, from: bodyStart, options)
    diagnostics += rendered.diagnostics
    var output: [UInt8] = []
    for piece in rendered.pieces { append(piece, of: rendered, source, to: &output) }
    return SafeHTML(trusted: output)
  }

  private mutating func append(
    _ piece: RenderedMarkdown.Piece, of rendered: RenderedMarkdown, _ source: SourceText,
    to output: inout [UInt8]
  ) {
    switch piece {
    case .html(let range): output += rendered.html[range]
    case .inlineValue(let index), .attributeValue(let index):
      output += value(rendered.inlineValues[index], in: source)
    case .destination(let index):
      HTMLEscaping.append(
        address(of: rendered.links[index], in: source).utf8, to: &output)
    case .component(let index):
      output += component(rendered.components[index], in: source)
    }
  }

  private mutating func value(_ inline: InlineValue, in source: SourceText) -> [UInt8] {
    let inner = inline.range.lowerBound + 2..<inline.range.upperBound - 2
    do throws(TemplateError) {
      return try InlineExpression(
        source, range: inner, functions: InlineFunctions.all(plan, about: subject)
      ).html()
    } catch {
      diagnostics.append(error.diagnostic)
      return []
    }
  }

  private mutating func address(of link: MarkdownLink, in source: SourceText) -> String {
    do throws(LinkFault) {
      return try links.address(of: link.destination, in: source.file, from: page)
    } catch {
      diagnostics.append(
        Diagnostic(
          SiteBuildCodes.unknownReference, error.message, at: source.excerpt(of: link.range),
          fix: error.fix))
      return ""
    }
  }

  private mutating func component(_ block: ComponentBlock, in source: SourceText) -> [UInt8] {
    switch block.name {
    case "chart": chart(block, in: source)
    default: quote(block, in: source)
    }
  }

  private mutating func chart(_ block: ComponentBlock, in source: SourceText) -> [UInt8] {
    var empty = FigureRequest()
    empty.community = subject
    guard let request = read(block, in: source, FigureRequest.schema, empty) else { return [] }
    let figure: Figure
    do throws(FigureFault) {
      let maker = FigureMaker(plan: plan, page: page)
      figure = try maker.figure(request, number: figures.count + 1)
    } catch {
      report(SiteBuildCodes.badComponent, error.message, block, in: source, fix: error.fix)
      return []
    }
    figures.append(figure)
    return fragment(FigureFragment(figure: FigureRecord(figure, licence: plan.dataLicenceLink)))
  }

  private mutating func quote(_ block: ComponentBlock, in source: SourceText) -> [UInt8] {
    var empty = QuoteRequest()
    empty.community = subject
    guard let request = read(block, in: source, QuoteRequest.schema, empty) else { return [] }
    do throws(QuoteFault) {
      let item = try QuotedItem(request, in: plan)
      quoted.append(item)
      return fragment(QuoteFragment(quote: QuoteRecord(item)))
    } catch {
      report(error.code, error.message, block, in: source, fix: error.fix)
      return []
    }
  }

  /// The body of a component by its schema; nil where something is wrong with it.
  private mutating func read<Request>(
    _ block: ComponentBlock, in source: SourceText, _ schema: Schema<Request>, _ empty: Request
  ) -> Request? {
    var request = empty
    let found = schema.read(block.body, of: source, into: &request)
    diagnostics += found
    return found.isEmpty ? request : nil
  }

  private mutating func fragment<Fragment: PageKind>(_ fragment: Fragment) -> [UInt8] {
    do throws(TemplateError) {
      return try templates.render(Fragment.template, fragment.value)
    } catch {
      diagnostics.append(error.diagnostic)
      return []
    }
  }

  private mutating func report(
    _ code: DiagnosticCode, _ message: String, _ block: ComponentBlock, in source: SourceText,
    fix: String?
  ) {
    diagnostics.append(
      Diagnostic(code, message, at: source.excerpt(of: block.range), fix: fix))
  }
}

internal import Basics
internal import LinkDirectory
internal import MarkdownHTML
internal import Measures
internal import Templating

/// Fenced blocks that name a component, as HTML.
extension ProseRenderer {
  /// What a fenced block may name.
  enum Component: String, CaseIterable {
    case chart, table, figures, quote, threads, note
  }

  mutating func component(_ block: ComponentBlock, in source: SourceText) -> [UInt8] {
    switch Component(rawValue: block.name) {
    case .chart: chart(block, in: source)
    case .table: chart(block, in: source, asTable: true)
    case .figures: keyFigures(block, in: source)
    case .quote: quote(block, in: source)
    case .threads: threads(block, in: source)
    case .note: callout(block, in: source)
    case nil where block.name == PageQueries.blockName: query(block)
    case nil: []
    }
  }

  private mutating func chart(
    _ block: ComponentBlock, in source: SourceText, asTable: Bool = false
  ) -> [UInt8] {
    var empty = FigureRequest()
    empty.community = subject
    guard let request = read(block, in: source, FigureRequest.schema, empty) else { return [] }
    do throws(FigureFault) {
      let maker = FigureMaker(plan: plan, page: page)
      let figure: Figure
      if let name = request.query {
        guard let query = try queries.query(named: name) else { return [] }
        figure = try maker.figure(of: query, request, asTable: asTable, number: figureCount + 1)
      } else {
        figure = try maker.figure(request, asTable: asTable, number: figureCount + 1)
      }
      add(figure)
      for fault in figure.faults {
        note(
          Diagnostic(
            fault.code, fault.message, at: source.excerpt(of: block.range),
            severity: fault.severity, fix: fault.fix))
      }
      return fragment(
        FigureFragment(
          figure: FigureRecord(figure, plan)))
    } catch {
      report(error, block, in: source)
      return []
    }
  }

  private mutating func keyFigures(_ block: ComponentBlock, in source: SourceText) -> [UInt8] {
    var empty = KeyFiguresRequest()
    empty.community = subject
    guard let request = read(block, in: source, KeyFiguresRequest.schema, empty) else { return [] }
    var made: [KeyFigure] = []
    do throws(FigureFault) {
      if let name = request.query {
        guard let query = try queries.query(named: name) else { return [] }
        let maker = FigureMaker(plan: plan, page: page)
        made = try maker.keyFigures(of: query, request.columns)
        return made.isEmpty ? [] : fragment(KeyFiguresFragment(keyFigures: made))
      }
      let community = try plan.community(named: request.community)
      let maker = KeyFigureMaker(plan: plan, community: community, page: page)
      for metric in request.metrics {
        do throws(MeasureError) {
          let name = try Metrics.name(metric.value)
          let label = maker.label(plan.meaning(of: name))
          if let figure = maker.figure(label, metric: metric.value) { made.append(figure) }
        } catch {
          note(error.diagnostic(at: source.excerpt(at: metric.place)))
        }
      }
    } catch {
      report(error, block, in: source)
    }
    return made.isEmpty ? [] : fragment(KeyFiguresFragment(keyFigures: made))
  }

  /// A query that no figure of the page shows, folded away: how a number of the text was computed.
  private mutating func query(_ block: ComponentBlock) -> [UInt8] {
    guard let query = queries.query(of: block), !queries.shown.contains(query.name) else {
      return []
    }
    return folded(query)
  }

  /// A query with what it gave, folded away.
  mutating func folded(_ query: PageQuery) -> [UInt8] {
    let figure = FigureMaker(plan: plan, page: page).folded(query)
    add(figure)
    return fragment(QueryFragment(figure: FigureRecord(figure, plan)))
  }

  private mutating func quote(_ block: ComponentBlock, in source: SourceText) -> [UInt8] {
    var empty = QuoteRequest()
    empty.community = subject
    guard let request = read(block, in: source, QuoteRequest.schema, empty) else {
      leaveOutAQuote()
      return []
    }
    do throws(QuoteFault) {
      let item = try QuotedItem(request, in: plan)
      add(item)
      return fragment(of: item, quotedAt: source.excerpt(of: block.range))
    } catch {
      leaveOutAQuote()
      note(
        Diagnostic(
          error.code, error.message, at: source.excerpt(of: block.range),
          severity: error.severity, fix: error.fix, notes: error.notes, missing: error.missing))
      if case .deleted = error { return fragment(QuoteFragment(quote: nil)) }
      return []
    }
  }

  private mutating func fragment(
    of item: QuotedItem, quotedAt place: SourceExcerpt
  ) -> [UInt8] {
    switch item.telling {
    case .verbatim(let quote):
      let record = QuoteRecord(quote, of: item)
      if var finding = record.author.flatMap({ LookalikeNames.finding($0, at: place.location) }) {
        finding.excerpt = place
        note(finding)
      }
      return fragment(QuoteFragment(quote: record))
    case .paraphrase(let paraphrase):
      return fragment(ParaphraseFragment(paraphrase: ParaphraseRecord(paraphrase, of: item)))
    }
  }

  private mutating func threads(_ block: ComponentBlock, in source: SourceText) -> [UInt8] {
    var empty = ThreadsRequest()
    empty.community = subject
    guard let request = read(block, in: source, ThreadsRequest.schema, empty) else { return [] }
    do throws(FigureFault) {
      let community = try plan.community(named: request.community)
      let waiting = WaitingThread.longest(
        of: [community], atMost: request.limit, plan.wording)
      return waiting.isEmpty ? [] : fragment(ThreadsFragment(waiting: waiting))
    } catch {
      report(error, block, in: source)
      return []
    }
  }

  private mutating func callout(_ block: ComponentBlock, in source: SourceText) -> [UInt8] {
    guard let note = read(block, in: source, NoteRequest.schema, NoteRequest()) else { return [] }
    return fragment(NoteFragment(note: note))
  }

  /// The body of a component by its schema; nil where something is wrong with it.
  private mutating func read<Request>(
    _ block: ComponentBlock, in source: SourceText, _ schema: Schema<Request>, _ empty: Request
  ) -> Request? {
    var request = empty
    var reading = SchemaReading(source)
    guard let body = body(of: block, in: source) else { return nil }
    schema.read(body, &reading, into: &request)
    for diagnostic in reading.diagnostics { note(diagnostic) }
    return reading.diagnostics.isEmpty ? request : nil
  }

  /// Whether texts of a block may hold values: what is quoted must stay as it was written.
  static func takesValues(_ block: ComponentBlock) -> Bool {
    switch Component(rawValue: block.name) {
    case .chart, .table, .figures: true
    case .quote, .threads, .note, nil: false
    }
  }

  private mutating func body(of block: ComponentBlock, in source: SourceText) -> YAMLValue? {
    guard ProseRenderer.takesValues(block) else { return block.body }
    var filledTexts: [YAMLPlace: String] = [:]
    for (text, place) in block.body.textsWithValues {
      guard let filled = filled(text, at: place, in: source) else { return nil }
      filledTexts[place] = filled
    }
    return filledTexts.isEmpty ? block.body : block.body.replacingTexts { filledTexts[$1] }
  }

  private mutating func fragment<Fragment: PageKind>(_ fragment: Fragment) -> [UInt8] {
    do throws(TemplateError) {
      return try templates.render(Fragment.template, fragment.value)
    } catch {
      note(error.diagnostic)
      return []
    }
  }

  private mutating func report(
    _ fault: FigureFault, _ block: ComponentBlock, in source: SourceText
  ) {
    if case .withdrawn = fault {
      note(
        Diagnostic(
          LinkDirectoryCodes.withdrawn, fault.message, at: source.excerpt(of: block.range),
          severity: .warning, fix: "take the block out"))
      return
    }
    note(
      Diagnostic(
        SiteBuildCodes.badComponent, fault.message, at: source.excerpt(of: block.range),
        fix: fault.fix, missing: fault.missing))
  }
}

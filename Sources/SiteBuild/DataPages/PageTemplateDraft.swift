internal import Basics
internal import MarkdownHTML
internal import OpenData
internal import Templating

/// A file with `pages_from` whose text has been read, and whose rows are not known yet.
struct PageTemplateDraft {
  let file: ContentFile<SectionPageFile>
  let plan: SitePlan
  let rendered: RenderedMarkdown

  init(_ file: ContentFile<SectionPageFile>, _ plan: SitePlan, diagnostics: inout [Diagnostic]) {
    self.file = file
    self.plan = plan
    rendered = renderMarkdown(
      file.source, from: file.bodyStart, ProseRenderer.markdownOptions(plan.settings, plan.wording))
    diagnostics += rendered.diagnostics
  }

  /// Runs the queries; nil, with the reason, where there are no rows to be had.
  func template(
    _ rows: PageRows, _ runner: QueryRunner, _ diagnostics: inout [Diagnostic]
  ) -> PageTemplate? {
    var queries = PageQueries(
      naming: rendered.components, in: file.source, diagnostics: &diagnostics)
    var source: (query: PageQuery, block: ComponentBlock)?
    let result: QueryResult
    if let sql = rows.sql {
      guard let standard = run(sql, of: rows, runner, &diagnostics) else { return nil }
      result = standard
    } else {
      guard let own = ownRows(&queries, runner, &diagnostics) else { return nil }
      source = own
      result = own.query.result
    }
    queries.runOthers(forEach: result, in: file.source, runner, &diagnostics)
    return PageTemplate(self, result, queries, source: source, diagnostics: &diagnostics)
  }

  private func run(
    _ sql: String, of rows: PageRows, _ runner: QueryRunner, _ diagnostics: inout [Diagnostic]
  ) -> QueryResult? {
    do throws(QueryFault) {
      return try runner.run(sql, named: rows.rawValue).result
    } catch {
      diagnostics.append(
        file.badDataPages(error.message, at: file.fields.rows?.place, fix: error.fix))
      return nil
    }
  }

  /// The rows of the query that the front matter names.
  private func ownRows(
    _ queries: inout PageQueries, _ runner: QueryRunner, _ diagnostics: inout [Diagnostic]
  ) -> (query: PageQuery, block: ComponentBlock)? {
    guard let name = file.fields.query else { return nil }
    do throws(FigureFault) {
      let block = try queries.block(named: name.value)
      queries.run(block, file.source, runner, &diagnostics)
      queries.hide(name.value)
      return queries.queries[name.value].map { ($0, block) }
    } catch {
      // A block with a bad name has been found already.
      if !queries.failed.contains(name.value) {
        diagnostics.append(file.badDataPages(error.message, at: name.place, fix: error.fix))
      }
      return nil
    }
  }

  /// The functions of a page of which only the names matter yet.
  private var functions: [HostFunction] { InlineFunctions.all(plan, .none, about: nil) }

  func values(_ model: RecordModel, _ diagnostics: inout [Diagnostic]) -> [InlineExpression?] {
    let functions = functions
    return rendered.inlineValues.map { inline in
      do throws(TemplateError) {
        return try InlineExpression(
          file.source, range: inline.range.lowerBound + 2..<inline.range.upperBound - 2,
          functions: functions, wording: plan.wording, values: model, none: plan.wording(.none))
      } catch {
        diagnostics.append(error.diagnostic)
        return nil
      }
    }
  }

  func texts(
    _ model: RecordModel, _ diagnostics: inout [Diagnostic]
  ) -> [YAMLPlace: PageText] {
    let functions = functions
    var texts: [YAMLPlace: PageText] = [:]
    for block in rendered.components where ProseRenderer.takesValues(block) {
      for (text, place) in block.body.textsWithValues {
        do throws(TemplateError) {
          texts[place] = try PageText(
            text, at: file.excerpt(at: place), functions, plan.wording, values: model)
        } catch {
          diagnostics.append(error.diagnostic)
        }
      }
    }
    return texts
  }
}

extension YAMLValue {
  /// All texts in it that hold `{{ … }}`.
  var textsWithValues: [(text: String, place: YAMLPlace)] {
    switch content {
    case .scalar(let text, _): PageText.hasValues(text) ? [(text, place)] : []
    case .list(let values): values.flatMap(\.textsWithValues)
    case .map(let entries): entries.flatMap(\.value.textsWithValues)
    }
  }

  /// The same value with other texts where `text` gives some.
  func replacingTexts(_ text: (String, YAMLPlace) -> String?) -> YAMLValue {
    switch content {
    case .scalar(let old, _):
      text(old, place).map { YAMLValue(.scalar($0, isQuoted: true), at: place) } ?? self
    case .list(let values):
      YAMLValue(.list(values.map { $0.replacingTexts(text) }), at: place)
    case .map(let entries):
      YAMLValue(
        .map(
          entries.map { entry in
            var entry = entry
            entry.value = entry.value.replacingTexts(text)
            return entry
          }), at: place)
    }
  }
}

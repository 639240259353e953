internal import Basics
internal import MarkdownHTML
internal import OpenData
internal import Templating

/// Values in an author's text and in the texts of blocks.
extension ProseRenderer {
  mutating func value(
    _ index: Int, _ inline: InlineValue, in source: SourceText
  ) -> [UInt8] {
    let inner = inline.range.lowerBound + 2..<inline.range.upperBound - 2
    let texts = texts(in: source.bytes[inner])
    if isWithdrawn(texts) { return Array(plan.consent.mask.replacement.utf8) }
    // Why a query could not be run has been said, and a value of it would only say it again.
    if texts.contains(where: queries.failed.contains) { return [] }
    do throws(TemplateError) {
      if let row {
        // One that cannot be understood has been reported for all rows at once.
        guard let expression = row.template.values[index] else { return [] }
        let html = try expression.html(of: row.values, functions: functions)
        audit(html, of: expression, inner, in: source)
        return html
      }
      // Where a fault stands is of no interest once it is only counted.
      let (text, range) = isFull ? (source.part(inner), 0..<inner.count) : (source, inner)
      let expression = try InlineExpression(
        text, range: range, functions: functions, wording: plan.wording, none: plan.wording(.none))
      let html = try expression.html()
      audit(html, of: expression, inner, in: source)
      return html
    } catch {
      note(error.diagnostic)
      return []
    }
  }

  /// A text with its values in place, which have been written, and reported on, before.
  func plain(
    _ text: MarkdownText, of rendered: RenderedMarkdown, _ source: SourceText
  ) -> MarkdownText {
    MarkdownText([
      .text(text.text { plainValue($0, rendered.inlineValues[$0], in: source) })
    ])
  }

  private func plainValue(_ index: Int, _ inline: InlineValue, in source: SourceText) -> String {
    let inner = inline.range.lowerBound + 2..<inline.range.upperBound - 2
    if isWithdrawn(texts(in: source.bytes[inner])) { return plan.consent.mask.replacement }
    let text =
      if let row {
        try? row.template.values[index]?.text(of: row.values, functions: functions)
      } else {
        try? InlineExpression(
          source, range: inner, functions: functions, wording: plan.wording,
          none: plan.wording(.none)
        ).text()
      }
    return text ?? "…"
  }

  /// Finds a value that tells how few people there are, worked out of counts that may be told.
  private mutating func audit(
    _ html: [UInt8], of expression: InlineExpression, _ range: Range<Int>, in source: SourceText
  ) {
    guard source.bytes[range].contains(where: { "-+*/%".utf8.contains($0) }) else { return }
    let text = String(decoding: html, as: UTF8.self)
    do {
      guard runner.isSuspect(text) else { return }
      var values = TemplateValue.record([])
      var rowThen: QueryResult?
      if let row {
        guard let then = try row.template.enlargedRow(row.index, runner) else {
          // A row that is there only as long as counts are small may tell of them.
          return noteUnseen(text, at: source.excerpt(of: range))
        }
        values = RowModel.values(then.rows[0])
        rowThen = then
      }
      let functions = InlineFunctions.all(
        plan, try queries.enlarged(rowThen, runner), about: subject, factor: CountsOfPeople.factor)
      let other = try expression.html(of: values, functions: functions)
      guard runner.isLeak(text, enlarged: String(decoding: other, as: UTF8.self)) else { return }
      note(
        Diagnostic(
          SiteBuildCodes.revealingQuery, "`\(text)` is worked out of counts of people",
          at: source.excerpt(of: range),
          fix: "tell a share, or groups of at least \(plan.highestThreshold) people"))
    } catch {
      noteUnseen(text, at: source.excerpt(of: range))
    }
  }

  private mutating func noteUnseen(_ text: String, at place: SourceExcerpt) {
    note(
      Diagnostic(
        SiteBuildCodes.revealingQuery, "it cannot be seen whether `\(text)` tells of few people",
        at: place, fix: "work it out in a query"))
  }

  /// Whether an expression asks for a community without a live consent; then no filter can count on a
  /// number.
  private func isWithdrawn(_ texts: [String]) -> Bool {
    let withheld = plan.consent.withheld
    if withheld.isEmpty { return false }
    return plan.communities.isEmpty || texts.contains(where: withheld.contains)
  }

  /// What stands in and between the quotes of an expression.
  private func texts(in expression: ArraySlice<UInt8>) -> [String] {
    expression.split(whereSeparator: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") })
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// A text of a block with its values in place; nil where one of them cannot be had, and that has been
  /// said.
  mutating func filled(
    _ text: String, at place: YAMLPlace, in source: SourceText
  ) -> String? {
    do throws(TemplateError) {
      if let row {
        return try row.template.texts[place]?.text(of: row.values, functions)
      }
      return try PageText(text, at: source.excerpt(at: place), functions, plan.wording).text()
    } catch {
      note(error.diagnostic)
      return nil
    }
  }
}

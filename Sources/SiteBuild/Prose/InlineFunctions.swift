internal import Basics
internal import Measures
internal import OpenData
internal import Templating

/// The functions an inline value may call.
enum InlineFunctions {
  /// `subject` is the community meant where none is named; `factor` is what counts of people are
  /// multiplied with, to see what is worked out of them.
  static func all(
    _ plan: SitePlan, _ queries: PageQueries, about subject: String?, factor: Double = 1
  ) -> [HostFunction] {
    [measureFunction(plan, subject, factor), queryFunction(queries)]
  }

  /// `query("busiest_rooms").first.room`, `query("busiest_rooms").rows | length`
  private static func queryFunction(_ queries: PageQueries) -> HostFunction {
    HostFunction(name: "query", parameters: [HostParameter("name", isRequired: true)]) {
      arguments throws(TemplateFault) in
      guard case .text(let name)? = arguments.first else {
        throw TemplateFault("`query` takes a text", fix: "put quotes around the name")
      }
      let query: PageQuery?
      do throws(FigureFault) {
        query = try queries.query(named: name)
      } catch {
        throw TemplateFault(error.message, fix: error.fix)
      }
      guard let result = query?.result else { return .none }
      let rows = result.rows.map { row in
        TemplateValue.map(
          zip(result.columns, row).map { TemplateMapEntry($0, TemplateValue($1)) })
      }
      return .map([
        TemplateMapEntry("first", rows.first ?? .none), TemplateMapEntry("rows", .list(rows)),
      ])
    }
  }

  /// `measure("contributors", community="history-meta", period="2018-Q2", segment="all")`
  private static func measureFunction(
    _ plan: SitePlan, _ subject: String?, _ factor: Double
  ) -> HostFunction {
    let parameters = [
      HostParameter("metric", isRequired: true), HostParameter("community"),
      HostParameter("period"), HostParameter("segment"),
    ]
    return HostFunction(name: "measure", parameters: parameters) {
      arguments throws(TemplateFault) in
      let texts = try arguments.map { value throws(TemplateFault) in try text(value) }
      let community: PublishedCommunity
      do throws(FigureFault) {
        community = try plan.community(named: texts[1] ?? subject)
      } catch {
        throw TemplateFault(error.message, fix: error.fix)
      }
      do throws(MeasureError) {
        return value(
          try plan.table.value(
            metric: texts[0] ?? "", community: community.slug, period: texts[2] ?? "all",
            segment: texts[3] ?? "all"), plan.wording, factor)
      } catch {
        throw TemplateFault(error.message, fix: error.fix)
      }
    }
  }

  private static func text(_ value: TemplateValue) throws(TemplateFault) -> String? {
    switch value {
    case .none: nil
    case .text(let text): text
    default: throw TemplateFault("`measure` takes texts", fix: "put quotes around the value")
    }
  }

  /// Numbers stay numbers, so that filters can write them; what is missing says why.
  private static func value(_ row: Measurement, _ wording: Wording, _ factor: Double)
    -> TemplateValue
  {
    let factor = row.unit == .people ? factor : 1
    return switch row.result {
    case .value(let estimate):
      row.unit.isWhole
        ? .integer(Int((estimate.value * factor).rounded())) : .number(estimate.value * factor)
    case .suppressed, .notMeasurable, .undefined: .text(wording.value(row))
    }
  }
}

extension TemplateValue {
  init(_ value: SQLValue) {
    switch value {
    case .null: self = .none
    case .integer(let number): self = .integer(number)
    case .real(let number): self = Int(exactly: number).map { .integer($0) } ?? .number(number)
    case .text(let text): self = .text(text)
    }
  }
}

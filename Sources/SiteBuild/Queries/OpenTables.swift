internal import Basics
internal import CommunityData
internal import LinkDirectory
internal import Measures
internal import OpenData

/// Everything the site publishes as tables, and nothing else: what queries read and `meadow.sqlite`
/// holds. Texts come without the names that must not be told.
struct OpenTables: Sendable {
  let plan: SitePlan

  var all: [OpenTable] {
    [
      measurements, segments, metrics, communities, insights, insightCommunities, campaigns,
      campaignCommunities, criticism, media, jobs, codes, links,
    ]
  }

  /// What the columns of all of them are called.
  var columnNames: Set<String> { Set(all.flatMap { $0.columns.map(\.name) }) }

  /// A text without names that must not be told.
  func open(_ text: String?) -> String? { text.map(plan.consent.mask.masked) }

  /// A cut without names; what it is cut by, and `all`, are words of this program.
  private func open(_ segment: Segment) -> String {
    let (mask, pairs) = (plan.consent.mask, segment.pairs)
    if mask.search.isEmpty || segment == .all { return segment.description }
    if pairs.isEmpty { return mask.masked(segment.description) }
    return Segment(pairs.map { (key: $0.key, value: mask.masked($0.value)) }).description
  }

  /// The ids of the communities without names, by id.
  private var openSlugs: [String: String] {
    Dictionary(
      plan.communities.map { ($0.slug, plan.consent.mask.masked($0.slug)) },
      uniquingKeysWith: { first, _ in first })
  }

  private var measurements: OpenTable {
    let (table, slugs) = (plan.table, openSlugs)
    return OpenTable(
      name: "measurements", doc: "Every published number, one a row.",
      columns: [
        OpenColumn("community", .text, "The community's id."),
        OpenColumn("metric", .text, "What is measured; its row in `metrics`."),
        OpenColumn("period", .text, "`2016-W05`, `2016-01`, `2016-Q1`, `2016` or `all`."),
        OpenColumn("period_kind", .text, "`week`, `month`, `quarter`, `year` or `all`."),
        OpenColumn("first_day", .text, "The first day of the period; none of `all`."),
        OpenColumn("segment", .text, "The cut: `channel=general`; `all` for the whole."),
        OpenColumn("value", .real, "The number; none where it is withheld or not measurable."),
        OpenColumn("unit", .text, "What is counted: `items`, `people`, `seconds`, `share`, …"),
        OpenColumn("n", .integer, "How many cases a share or median rests on."),
        OpenColumn("low", .real, "The lower end of the 95% interval."),
        OpenColumn("high", .real, "Its upper end."),
        OpenColumn(
          "note", .text, "Why there is no number; `begun earlier`, `unfinished`: not of all days."),
      ]
    ) { rows in
      for row in table.rows {
        let estimate = row.result.value
        rows.text(slugs[row.community] ?? row.community)
        rows.text(row.metric.description)
        rows.text(row.period.description)
        rows.text(row.period.kind.name)
        rows.text(row.period.firstDay?.description)
        rows.text(open(row.segment))
        rows.real(estimate?.value)
        rows.text(row.unit.rawValue)
        rows.integer(estimate?.n)
        rows.real(estimate?.low)
        rows.real(estimate?.high)
        rows.text(row.note)
        rows.endRow()
      }
    }
  }

  private var segments: OpenTable {
    let plan = plan
    return OpenTable(
      name: "segments", doc: "What the cuts of the measurements are called.",
      columns: [
        OpenColumn("community", .text, "The community's id."),
        OpenColumn("segment", .text, "The cut, as `measurements` has it."),
        OpenColumn("name", .text, "Its name: of a channel, a topic, a domain."),
      ]
    ) { rows in
      let found = plan.table.segments
      for community in plan.communities {
        for segment in (found[community.slug] ?? []).sorted() {
          rows.text(open(community.slug))
          rows.text(open(segment))
          rows.text(open(community.topicName(segment)))
          rows.endRow()
        }
      }
    }
  }

  private var metrics: OpenTable {
    let plan = plan
    return OpenTable(
      name: "metrics", doc: "What each metric means.",
      columns: [
        OpenColumn("metric", .text, "Its name, with the part where it has several."),
        OpenColumn("title", .text, "What it is called."),
        OpenColumn("meaning", .text, "What the number says."),
        OpenColumn("unit", .text, "What is counted."),
        OpenColumn("about_people", .integer, "1 where it counts people or rests on such a count."),
        OpenColumn("definition", .text, "One sentence."),
        OpenColumn("formula", .text, "Numerator, denominator and boundaries."),
        OpenColumn("page", .text, "The page about it, from the site's root."),
      ]
    ) { rows in
      for metric in Metrics.all {
        for part in metric.parts {
          rows.text(MetricName(metric.id, part.name).description)
          rows.text(open(plan.title(of: metric.id)))
          rows.text(
            open(plan.wording.metrics[metric.id.rawValue]?.meanings[part.name] ?? part.meaning))
          rows.text(part.unit.rawValue)
          rows.integer(part.isAboutPeople ? 1 : 0)
          rows.text(open(plan.definition(of: metric.id)))
          rows.text(open(metric.formula))
          rows.text(publicPath(SiteRoutes.metric(metric.id)))
          rows.endRow()
        }
      }
    }
  }

  private var communities: OpenTable {
    let (communities, basis) = (
      plan.communities, OpenColumn("basis", .text, "Why it is published.")
    )
    return OpenTable(
      name: "communities", doc: "The communities the site is about.",
      columns: [
        OpenColumn("community", .text, "Its id."), OpenColumn("name", .text, "Its name."), basis,
        OpenColumn("platform", .text, "Where it talks."),
        OpenColumn("known_from", .text, "The first day of the data."),
        OpenColumn("known_until", .text, "The last day of the data."),
        OpenColumn("page", .text, "Its page, from the site's root."),
      ]
    ) { rows in
      for community in communities {
        rows.text(open(community.slug))
        rows.text(open(community.name))
        rows.text(open(community.basis.kind.rawValue))
        rows.text(open(community.data.manifest.platform))
        rows.text(open(community.data.manifest.window.from.day.description))
        rows.text(open(community.knownUntil.description))
        rows.text(open(publicPath(SiteRoutes.community(community.slug))))
        rows.endRow()
      }
    }
  }
}

/// The published tables as one database; nil, with the reason, where there is no memory for it.
func openDatabase(_ plan: SitePlan, diagnostics: inout [Diagnostic]) -> OpenDatabase? {
  do throws(QueryFault) {
    return try OpenDatabase(OpenTables(plan: plan).all, asOf: Timestamp(plan.asOf.day))
  } catch {
    diagnostics.append(
      Diagnostic(
        SiteBuildCodes.badQuery, "the published tables cannot be written: \(error.message)",
        at: SourceLocation(file: plan.settingsSource.file, line: 1)))
    return nil
  }
}

extension SitePlan {
  /// The fewest people that a number worked out of several communities may tell of.
  var highestThreshold: Int {
    communities.map(threshold).max() ?? measureSettings.publicThreshold
  }
}

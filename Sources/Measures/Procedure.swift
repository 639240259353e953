internal import CommunityData

/// How a metric comes to its findings.
enum Procedure: Sendable {
  /// Straight from the items: its numbers rest on no count of people.
  case plain(@Sendable (Frame) -> Findings)
  /// The same, for waits: where a quantile has no number, it is because some still wait (`open`, the
  /// part that counts them, has an n) or because there is nothing to measure.
  case waits(open: String, @Sendable (Frame) -> Findings)
  /// By way of counts of people, which decide what may be shown.
  case people(any PeopleCounts.Type)
}

/// The counts that a metric about people rests on, made from items or told by another engine; what is
/// found of them, and what ties them to one another, does not depend on who counted.
protocol PeopleCounts: Sendable {
  init(_ frame: Frame)
  init(_ figures: MeasuredFigures) throws(MeasuredFault)

  func findings(_ context: MeasureContext) -> Findings
}

extension Metric {
  /// What it finds; where the source does not tell what it needs, one row a part that says so.
  func findings(in frame: Frame) -> Findings {
    if let missing = missing(in: frame.community) { return missing }
    return switch procedure {
    case .plain(let measure), .waits(_, let measure): measure(frame)
    case .people(let counts): counts.init(frame).findings(frame.context)
    }
  }

  /// The same of what another engine measured.
  func findings(in table: MeasuredTable) throws(MeasuredFault) -> Findings {
    if let missing = missing(in: table.community) { return missing }
    let figures = MeasuredFigures(id, table)
    switch procedure {
    case .plain: return Findings(rows: try figures.findings(of: self, open: nil))
    case .waits(let open, _): return Findings(rows: try figures.findings(of: self, open: open))
    case .people(let counts): return try counts.init(figures).findings(table.context)
    }
  }

  private func missing(in community: Community) -> Findings? {
    needs.first { !community.tells($0) }.map { field in
      Findings(rows: parts.map { Finding($0.name, .all, missing: field) })
    }
  }

  /// What the source would have to tell for a part in a segment, and does not.
  func missing(_ part: Part, _ segment: Segment, in community: Community) -> MeasurableField? {
    let fields = [part.needs, cut(of: segment)?.needs].compactMap(\.self)
    return fields.first { !community.tells($0) }
  }

  private func cut(of segment: Segment) -> Cut? {
    segments.first { $0.pattern == segment.description }
  }
}

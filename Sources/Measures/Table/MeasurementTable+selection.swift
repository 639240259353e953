internal import Basics

extension MeasurementTable {
  /// The rows of one period, one segment, or one segment of one period; nil stands for all. A name that
  /// no row has is an error.
  package func narrowed(
    toPeriod period: String?, segment: String?
  ) throws(MeasureError) -> MeasurementTable {
    let segments = Set(rows.map(\.segment.description))
    if let segment, !segments.contains(segment) {
      throw .unknownSegment(segment, suggestion: suggestion(for: segment, among: segments))
    }
    let ofSegment = rows.filter { segment == nil || $0.segment.description == segment }
    if let period, !ofSegment.contains(where: { $0.period.description == period }) {
      throw unknownPeriod(period, among: ofSegment.sorted { $0.period < $1.period })
    }
    if period == nil, segment == nil { return self }
    return selection { row in
      (period == nil || row.period.description == period)
        && (segment == nil || row.segment.description == segment)
    }
  }

  /// The table of some of its rows, in the same order.
  package func selection(where isWanted: (Measurement) -> Bool) -> MeasurementTable {
    MeasurementTable(sorted: rows.filter(isWanted))
  }
}

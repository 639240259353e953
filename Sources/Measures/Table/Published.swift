/// What may leave this module about one cell: a value, or the reason why there is none.
///
/// A hidden cell has no place to keep its number, so nothing downstream can leak it.
package enum Published<Value: Sendable & Equatable>: Sendable, Equatable {
  case value(Value)
  /// About fewer people than the threshold, or it would let such a figure be inferred.
  case suppressed
  /// The source does not tell what the metric needs.
  case notMeasurable(MeasurableField)
  /// The source tells, and there is no such number.
  case undefined(UndefinedReason)

  package var value: Value? {
    if case .value(let value) = self { value } else { nil }
  }

  /// `suppressed`, `not measurable: threads`, `nothing to measure`; empty beside a value.
  package var note: String {
    switch self {
    case .value: ""
    case .suppressed: "suppressed"
    case .notMeasurable(let field): "not measurable: \(field.rawValue)"
    case .undefined(let reason): reason.rawValue
    }
  }
}

/// Why a measurable cell has no number.
package enum UndefinedReason: String, Sendable {
  /// No item, thread or person to measure: a share of nothing, a median of nothing.
  case nothing = "nothing to measure"
  /// The quantile lies beyond what was observed: too many threads still wait.
  case notReached = "not reached"
}

/// What a source must tell for a metric to be measurable: the flags of a snapshot's manifest, and
/// fields that a snapshot has or has not.
package enum MeasurableField: String, Sendable, CaseIterable {
  case replies, reactions, threads, urls, edits, roles
  /// Accepted answers.
  case accepted
}

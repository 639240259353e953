/// What one query may cost; counted, not timed, so that it fails on every machine or on none.
package struct QueryLimits: Sendable {
  /// Steps of SQLite's machine: about two seconds.
  package var steps = 100_000_000
  package var rows = 20_000
  /// Bytes of all texts of a result.
  package var bytes = 8 << 20
  /// Bytes of one text on the way.
  package var textLength = 1 << 20

  package init() {}
}

/// What the values of a chart are.
package enum ChartUnit: Sendable, Hashable {
  /// How many of something, named in the plural: `conversations`.
  case count(noun: String)
  /// A part of a whole, 0…1.
  case share
  /// Seconds.
  case duration
}

/// At which ends the data cut a period off, so that its number is not of all its days.
package struct CutOff: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The period ends after the data do: its counts will still grow.
  package static let end = CutOff(rawValue: 1)
  /// The period begins before the data do: what came earlier is in no count.
  package static let start = CutOff(rawValue: 2)
}

/// How an edition is to be published.
package struct PublishOptions: Sendable {
  /// Only the exchange of whole trees will do; where it is not to be had, nothing is published.
  package var atomic: Bool
  /// Above this many files an edition with few changes is published file by file.
  package var largeSite: Int
  /// The share of differing files below which changes count as few.
  package var fewChanges: Double
  /// Whether the tree of the edition before is removed at once. A caller that wants to report
  /// success first says false and calls ``recoverOutput(_:_:holding:)`` afterwards.
  package var removesOldEdition: Bool
  /// The system calls; tests pass some that fail.
  package var calls: any DiskCalls

  package init(
    atomic: Bool = false, largeSite: Int = 4_000, fewChanges: Double = 0.02,
    removesOldEdition: Bool = true, calls: any DiskCalls = KernelCalls()
  ) {
    self.atomic = atomic
    self.largeSite = largeSite
    self.fewChanges = fewChanges
    self.removesOldEdition = removesOldEdition
    self.calls = calls
  }
}

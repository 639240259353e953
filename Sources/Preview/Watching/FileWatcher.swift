/// Waits until something under some folders changed.
package protocol FileWatcher: ~Copyable {
  /// Returns after a change, once nothing more has changed for a moment; false when the time is up.
  mutating func waitForChange(atMost limit: Duration) -> Bool
}

/// Names that editors make beside a file while they save it: none of them is content.
func isPassing(_ name: String) -> Bool {
  name.hasPrefix(".") || name.hasSuffix("~") || name == "4913"
    || name.hasSuffix(".tmp") || name.hasSuffix(".swp")
}

/// How long nothing may happen before a change counts as over: editors write in several steps.
let settlingTime = Duration.milliseconds(40)

package import Basics
package import CommunityData
package import Measures

/// What `meadow measure` prints: the table of a site's publishable communities.
package struct MeasurementReading: Sendable {
  package var table: MeasurementTable?
  package var diagnostics: [Diagnostic]
}

/// Reads a site and measures its communities without rendering anything.
package func readMeasurements(
  _ fileSystem: any FileSystem, asOf moment: Timestamp, cache: CacheFolder? = nil
) -> MeasurementReading {
  let reading = readSite(fileSystem, cache: cache)
  var diagnostics = reading.diagnostics
  let plan = reading.input.map { planSite($0, asOf: moment, diagnostics: &diagnostics) }
  return MeasurementReading(table: plan?.table, diagnostics: diagnostics.sortedByPlace())
}

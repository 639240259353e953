package import Basics
package import CommunityData
package import Measures

/// What `meadow measure` prints: the table of a site's publishable communities.
package struct MeasurementReading: Sendable {
  package var table: MeasurementTable?
  /// What the site's own content told the measures.
  package var inputs: MeasureInputs?
  /// The items that a person has coded.
  package var humanCoded: [JudgedText]
  package var diagnostics: [Diagnostic]
}

/// Reads a site and measures its communities without rendering anything.
package func readMeasurements(
  _ fileSystem: any FileSystem, asOf moment: Timestamp, cache: CacheFolder? = nil
) -> MeasurementReading {
  let reading = readSite(fileSystem, cache: cache)
  var diagnostics = reading.diagnostics
  let plan = reading.input.map { planSite($0, asOf: moment, diagnostics: &diagnostics) }
  let inputs = plan?.measureSettings.inputs
  let coded = inputs.flatMap { inputs in
    plan?.communities.flatMap { humanCodedItems(in: $0.data, inputs.codex) }
  }
  return MeasurementReading(
    table: plan?.table, inputs: inputs, humanCoded: coded ?? [],
    diagnostics: diagnostics.sortedByPlace())
}

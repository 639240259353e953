package import Basics
package import CommunityData
package import Measures

/// What `meadow measure` prints: the table of a site's publishable communities.
package struct MeasurementReading: Sendable {
  package var table: MeasurementTable?
  /// How the site's own content codes texts.
  package var codex: Codex?
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
  let codex = plan?.measureSettings.inputs.codex
  let coded = codex.flatMap { codex in
    plan?.communities.flatMap { humanCodedItems(in: $0.data, codex) }
  }
  return MeasurementReading(
    table: plan?.table, codex: codex, humanCoded: coded ?? [],
    diagnostics: diagnostics.sortedByPlace())
}

package import Basics
package import CommunityData
package import Measures

/// What `meadow measure` prints: the table of a site's publishable communities.
package struct MeasurementReading: Sendable {
  package var table: MeasurementTable?
  /// What the site's own content told the measures.
  package var inputs: MeasureInputs?
  /// The communities that may be measured, for whoever does so elsewhere.
  package var communities: [ClusterCommunity]
  /// The items that the site's content names, as JSON: by community, ids and addresses.
  package var namedItems: [UInt8]
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
  let communities = plan.flatMap { plan in
    reading.input?.clusterCommunities(plan.measureSettings, under: plan.consent.live)
  }
  return MeasurementReading(
    table: plan?.table, inputs: inputs, communities: communities ?? [],
    namedItems: plan.flatMap { plan in reading.input.map { NamedItems(plan, $0).json } } ?? [],
    humanCoded: coded ?? [],
    diagnostics: diagnostics.sortedByPlace())
}

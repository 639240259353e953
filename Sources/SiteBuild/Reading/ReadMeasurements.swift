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
  /// The items that a person has coded.
  package var humanCoded: [JudgedText]
  package var diagnostics: [Diagnostic]
}

/// A community that another engine may measure.
package struct ClusterCommunity: Sendable, Equatable {
  /// The name of its file, and of the folder of its snapshots.
  package let folder: String
  /// What its measurements call it.
  package let slug: String
  /// The fewest people a figure about it may be about.
  package let threshold: Int

  package init(folder: String, slug: String, threshold: Int) {
    self.folder = folder
    self.slug = slug
    self.threshold = threshold
  }
}

extension SitePlan {
  fileprivate var clusterCommunities: [ClusterCommunity] {
    communities.map { community in
      ClusterCommunity(
        folder: community.fileName, slug: community.slug,
        threshold: measureSettings.threshold(for: community.data.manifest.scope))
    }
  }
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
    table: plan?.table, inputs: inputs, communities: plan?.clusterCommunities ?? [],
    humanCoded: coded ?? [],
    diagnostics: diagnostics.sortedByPlace())
}

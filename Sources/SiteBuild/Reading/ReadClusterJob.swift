package import Basics
internal import LinkDirectory
package import Measures

/// What whoever measures a site's communities elsewhere is told of it.
package struct ClusterJob: Sendable {
  package var inputs: MeasureInputs
  /// The items that the site's content names, as JSON: by community, ids and addresses.
  package var namedItems: [UInt8]
  /// The communities that may be measured, whether their data are here or not.
  package var communities: [ClusterCommunity]
}

/// What reading a site for that gave.
package struct ClusterJobReading: Sendable {
  /// nil where the settings could not be read.
  package var job: ClusterJob?
  package var diagnostics: [Diagnostic]
}

/// Reads what people wrote and none of the data: these may be too many for this machine, or not here.
package func readClusterJob(
  _ fileSystem: any FileSystem, asOf moment: Timestamp
) -> ClusterJobReading {
  var reader = SiteReader(fileSystem: fileSystem, lastDay: nil, cache: nil)
  let input = reader.readContentAlone()
  var diagnostics = reader.diagnostics
  let job = input.map { ClusterJob($0, asOf: moment, diagnostics: &diagnostics) }
  return ClusterJobReading(job: job, diagnostics: diagnostics.sortedByPlace())
}

extension ClusterJob {
  init(_ input: SiteInput, asOf moment: Timestamp, diagnostics: inout [Diagnostic]) {
    let live = LiveConsent.of(input, asOf: moment, diagnostics: &diagnostics)
    let content = input.content.published(asOf: moment).content
    let settings = measureSettings(
      of: input, MeasureInputs(content, publicNames: input.publicNames(under: live)),
      diagnostics: &diagnostics)
    inputs = settings.inputs
    communities = input.clusterCommunities(settings, under: live, asOf: moment)
    namedItems = NamedItems(content, input, communities).json
  }
}

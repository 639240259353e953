import Basics
import LinkDirectory
import SiteBuild
import TestSupport
import Testing

/// What was given with consent is about ten people at least, whatever a snapshot says of itself.
@Suite struct ConsentThresholdTests {
  /// Its snapshot calls itself public, as all did that were imported without a look at the basis.
  @Test func holdsTheBuildToIt() throws {
    let site = try ConsentSite()
    try site.grant()
    let build = try site.build()
    #expect(
      build.page("communities/\(ConsentSite.subject)/index.html").contains("fewer than 10 people"))
    #expect(build.page("communities/makers/index.html").contains("fewer than 5 people"))
  }

  @Test func holdsWhoeverMeasuresElsewhereToIt() throws {
    let site = try ConsentSite()
    try site.grant()
    let asOf = try #require(Timestamp("2026-05-01T00:00:00Z"))
    let job = try #require(readClusterJob(site.disk, asOf: asOf).job)
    let thresholds = job.communities.map { [$0.publicThreshold, $0.consentThreshold] }
    #expect(job.communities.map(\.slug) == ["makers", ConsentSite.subject])
    #expect(thresholds == [[5, 10], [10, 10]])
  }
}

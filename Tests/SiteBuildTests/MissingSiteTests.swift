import Basics
import SiteBuild
import TestSupport
import Testing

@Suite struct MissingSiteTests {
  @Test func looksAboveOnlyWhereThereIsNoSite() {
    var looks = 0
    let above: () -> String? = {
      looks += 1
      return ".."
    }
    #expect(missingSite(MemoryFileSystem(["Content/site.yaml": ""]), above: above) == nil)
    #expect(looks == 0)
    let missing = missingSite(MemoryFileSystem([:]), above: above)
    #expect(missing?.fix == "there is a site in `..`: name it with --site ..")
    #expect(looks == 1)
  }
}

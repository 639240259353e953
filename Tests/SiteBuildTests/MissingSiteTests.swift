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

  @Test func namesTheFolderThatWasNamed() {
    #expect(
      missingSite(MemoryFileSystem([:]), in: "garden")?.message
        == "cannot read garden/Content/site.yaml: No such file or directory")
    #expect(
      missingSiteFolder("../gardn/", beside: ["garden", "b"]).text == """
        error[S016]: there is no folder `../gardn/`
          = fix: did you mean `garden`?
        """)
    #expect(
      missingSiteFolder("gardn", beside: []).fix
        == "begin a site with `meadow new FOLDER`, or name its folder with --site")
  }
}

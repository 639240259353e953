import Basics
import SiteBuild
import Testing

@Suite("what is told when nothing was published")
struct PublishErrorTests {
  @Test(
    "tells what, where and how to mend it",
    arguments: [
      (
        PublishError.folderNotOwned(folder: "/home/me", found: ["thesis.tex", "photos"]),
        73 as Int32,
        """
        error[W001]: `/home/me` is not a folder that Meadow published: it holds `thesis.tex`, `photos`
          = fix: name a new or empty folder
        """
      ),
      (
        .otherAudience(folder: "/srv/site", holds: .colleagues), 73,
        """
        error[W013]: `/srv/site` holds the internal edition
          = fix: name another folder: the two editions never share one
        """
      ),
      (
        .insideInput(folder: "Content/out", input: "Content"), 73,
        """
        error[W016]: `Content/out` is part of `Content`, which the site is made of
          = fix: name a folder outside of it
        """
      ),
      (
        .folderNotOwned(folder: "/", found: []), 73,
        """
        error[W001]: `/` is not a folder that Meadow published
          = fix: name a new or empty folder
        """
      ),
      (
        .inTheWay("Output/CNAME"), 73,
        """
        error[W002]: `Output/CNAME` was not written by Meadow and stands in the way
          = fix: move it away, or give the page another address
        """
      ),
      (
        .notPlain(path: "Output/a", kind: .symbolicLink), 73,
        """
        error[W003]: `Output/a` is a symbolic link
          = fix: remove it: a site is made of plain files and folders
        """
      ),
      (
        .notPlain(path: "Output", kind: .file), 73,
        """
        error[W003]: `Output` is a plain file where a folder has to be
          = fix: remove it: a site is made of plain files and folders
        """
      ),
      (
        .locked(path: "./.meadow/lock", holder: "pid 4711 on atlas"), 73,
        """
        error[W006]: another build of this site is running: pid 4711 on atlas
          = fix: wait until it has ended
          = it holds ./.meadow/lock
        """
      ),
      (
        .damaged(path: "Output/.meadow-manifest", line: 3), 73,
        """
        error[W007]: Meadow did not write this record as it is
          --> Output/.meadow-manifest:3:1
          = fix: restore the file, or empty the output folder
        """
      ),
      (
        .touched("Output/notes/two/index.html"), 73,
        """
        error[W014]: `Output/notes/two/index.html` was changed by something else during the build
          = fix: build again
        """
      ),
      (
        .exchangeRefused(path: "/srv/www", reason: "it is a mount point"), 73,
        """
        error[W008]: `/srv/www` cannot be replaced at one stroke: it is a mount point
          = fix: publish in a folder below it, or leave out --atomic
        """
      ),
      (
        .disk(action: "write", path: "Output/.x/index.html", number: 28), 74,
        "error[W009]: cannot write `Output/.x/index.html`: No space left on device"
      ),
    ])
  func tells(error: PublishError, status: Int32, text: String) {
    #expect(error.diagnostic.text == text)
    #expect(error.exitStatus == status)
  }

  @Test func tellsOfPathsThatCollide() throws {
    let (one, other) = (try SitePath("About.html"), try SitePath("about.html"))
    #expect(
      PublishError.collision(one, other).diagnostic.text == """
        error[W004]: `About.html` and `about.html` cannot stand side by side on every disk
          = fix: give one of them another address
        """)
    #expect(
      PublishError.collision(one, one).diagnostic.text == """
        error[W004]: two files would be published as `About.html`
          = fix: give one of them another address
        """)
    #expect(
      PublishError.reservedPath(try SitePath(".meadow-manifest")).diagnostic.text == """
        error[W005]: `.meadow-manifest` is a name that Meadow keeps for itself
          = fix: give the file another name
        """)
  }

  @Test func listsEveryCodeOnce() {
    let ids = WritingCodes.all.map(\.id)
    #expect(ids == (1...16).map { "W" + padded($0, 3) })
    #expect(WritingCodes.all.allSatisfy { !$0.title.isEmpty && !$0.explanation.isEmpty })
  }

  @Test(
    "names a folder by its path",
    arguments: [
      ("Output", "Output"), ("Output//", "Output"), ("/srv/www/site/", "/srv/www/site"),
      ("./a/../b", "./a/../b"),
    ])
  func namesTheOutput(given: String, path: String) throws {
    #expect(try OutputFolder(given).path == path)
  }

  @Test func refusesTheRootOfTheDisk() {
    #expect(throws: PublishError.folderNotOwned(folder: "/", found: [])) { try OutputFolder("/") }
  }
}

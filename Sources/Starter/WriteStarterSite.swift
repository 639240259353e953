package import Basics

/// Writes a site that builds at once: settings with remarks, an invented community with its
/// snapshot, an insight, a department, a campaign, a page, and a consent ledger with one yes.
///
/// The same answers on the same day give the same bytes.
package func writeStarterSite(
  _ answers: StarterAnswers, on today: CalendarDay, into site: any FileSystem
) throws(StarterRefusal) {
  let story = StarterStory(today: today)
  let texts = StarterTexts(answers.language, story)
  let pages =
    [("site.yaml", starterSettings(answers, note: texts.note))]
    + texts.pages.map { ($0.path, $0.text) }
  for (path, text) in pages {
    try write(text, to: try starterPath(path), in: site)
  }
  try SampleForum(story, texts.phrases).write(into: site)
  try StarterLedger(answers: answers, today: today).write(into: site)
  try write(ignoredFiles, to: try path(".gitignore"), in: site)
}

/// Why a first site was not written.
package enum StarterRefusal: Error {
  case disk(FileError)
  case finding(Diagnostic)
  case findings([Diagnostic])
}

/// A path below `Content`.
func starterPath(_ text: String) throws(StarterRefusal) -> SitePath { try path("Content/\(text)") }

private func path(_ text: String) throws(StarterRefusal) -> SitePath {
  do throws(SitePathError) {
    return try SitePath(text)
  } catch {
    throw .disk(FileError("name", text, reason: error.description))
  }
}

private func write(
  _ text: String, to path: SitePath, in site: any FileSystem
) throws(StarterRefusal) {
  do throws(FileError) {
    try site.write(Array(text.utf8), to: path)
  } catch {
    throw .disk(error)
  }
}

private let ignoredFiles = """
  # What Meadow makes anew, and the key behind the pseudonyms: keep a copy of .meadow/key elsewhere.
  /.meadow/
  /Output/
  # The edition for colleagues: `meadow build --audience internal --output inside`.
  /inside/

  """

internal import Basics
internal import OpenWeb

/// Pages that follow one another in the plan, with what the rules of the open web found in them while
/// their bytes were at hand.
///
/// All their files are in one list: a large site has pages of one file each, and as many lists would have
/// to be taken apart again.
struct RenderedPart: Sendable {
  private(set) var pages: [PageOutcome] = []
  private(set) var files = LaidFiles()
  /// One for each of the files, in the order in which they were made.
  private(set) var reports: [FileReport] = []
  /// By the place of the page in the part.
  private(set) var diagnostics: [(page: Int, found: [Diagnostic])] = []

  /// Takes a page that is as the last build left it.
  mutating func leaveStanding() {
    pages.append(
      PageOutcome(
        reports: reports.endIndex..<reports.endIndex, isStanding: true, canStand: true))
  }

  /// Takes the files of a page and what was found in them and on the way.
  mutating func add(_ made: [OutputFile], _ found: [FileReport], _ findings: [Diagnostic]) {
    if !findings.isEmpty { diagnostics.append((pages.count, findings)) }
    pages.append(
      PageOutcome(
        reports: reports.endIndex..<reports.endIndex + found.count, isStanding: false,
        canStand: made.count == 1 && findings.isEmpty && found.allSatisfy(\.isClean)))
    files.kept += made
    reports += found
  }

  /// Puts the files where their bytes need not be kept in memory. At the end of a part: laid page by
  /// page, a large site took longer.
  mutating func lay(on stage: EditionStage) { files = stage.lay(files.kept) }
}

/// What became of a page.
struct PageOutcome: Sendable {
  /// Which of the reports are on its files.
  var reports: Range<Int>
  /// Whether it is as the last build left it.
  var isStanding: Bool
  /// Whether the next build may leave it: it is one file, and nothing was found on it.
  var canStand: Bool

  func shifted(by count: Int) -> PageOutcome {
    PageOutcome(
      reports: reports.lowerBound + count..<reports.upperBound + count,
      isStanding: isStanding, canStand: canStand)
  }
}

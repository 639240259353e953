internal import Basics
internal import OpenWeb

/// Pages that follow one another in the plan, with what the rules of the open web found in them while
/// their bytes were at hand.
///
/// All their files are in one list: a large site has pages of one file each, and as many lists would have
/// to be taken apart again.
struct RenderedPart: Sendable {
  private(set) var pages: [PageOutcome] = []
  private(set) var files: [OutputFile] = []
  /// One for each of the files.
  private(set) var reports: [FileReport] = []
  /// By the place of the page in the part.
  private(set) var diagnostics: [(page: Int, found: [Diagnostic])] = []

  /// Takes a page that is as the last build left it.
  mutating func leaveStanding() {
    pages.append(
      PageOutcome(files: files.endIndex..<files.endIndex, isStanding: true, canStand: true))
  }

  /// Takes the files of a page and what was found in them and on the way.
  mutating func add(_ made: [OutputFile], _ found: [FileReport], _ findings: [Diagnostic]) {
    if !findings.isEmpty { diagnostics.append((pages.count, findings)) }
    pages.append(
      PageOutcome(
        files: files.endIndex..<files.endIndex + made.count, isStanding: false,
        canStand: made.count == 1 && findings.isEmpty && found.allSatisfy(\.isClean)))
    files += made
    reports += found
  }
}

/// What became of a page.
struct PageOutcome: Sendable {
  /// Which of the files are its own, and which of the reports.
  var files: Range<Int>
  /// Whether it is as the last build left it.
  var isStanding: Bool
  /// Whether the next build may leave it: it is one file, and nothing was found on it.
  var canStand: Bool

  func shifted(by count: Int) -> PageOutcome {
    PageOutcome(
      files: files.lowerBound + count..<files.upperBound + count, isStanding: isStanding,
      canStand: canStand)
  }
}

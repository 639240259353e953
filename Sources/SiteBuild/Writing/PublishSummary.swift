package import Basics

/// What a publication did to the output folder; the manifest is not counted.
package struct PublishSummary: Sendable, Hashable {
  package var added = 0
  package var changed = 0
  package var removed = 0
  package var unchanged = 0
  /// Size of the whole edition.
  package var bytes = 0
  /// Size of the added and changed files.
  package var bytesWritten = 0
  package var manner = PublishManner.nothing
  /// Which files differ, the manifest not among them.
  package var changes = ChangedFiles()
  /// The files of the output as they were when they were compared or written, so that the next build
  /// sees what somebody else did to them since.
  var tree = TreeListing()
  /// Whether what searches the site knows it.
  var index = SearchIndexState.fine
  /// The folder of the edition before, when it could not be removed; the next run tries again.
  package var leftover: String?

  package init() {}

  /// How many files differ from the edition before.
  package var filesChanged: Int { added + changed + removed }

  /// `3 files changed (1 added, 1 changed, 1 removed), 40 unchanged`, or `0 files changed`.
  package var text: String {
    if filesChanged == 0 { return "0 files changed" }
    let parts = [(added, "added"), (changed, "changed"), (removed, "removed")]
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let files = filesChanged == 1 ? "1 file changed" : "\(filesChanged) files changed"
    return "\(files) (\(parts.joined(separator: ", "))), \(unchanged) unchanged"
  }
}

/// By which road an edition got to its place.
package enum PublishManner: Sendable, Hashable {
  /// Nothing differed, nothing was written.
  case nothing
  /// The whole tree at one stroke.
  case exchange
  /// File by file under a journal, and why.
  case journal(String)
}

extension PublishSummary {
  /// What the author is told beside the counts.
  package var diagnostics: [Diagnostic] {
    var found: [Diagnostic] = []
    if case .journal(let reason) = manner {
      found.append(
        Diagnostic(
          WritingCodes.fileByFile, "the site was replaced file by file: \(reason)", severity: .note)
      )
    }
    found += index.diagnostics
    if let leftover {
      found.append(
        Diagnostic(
          WritingCodes.leftover, "`\(leftover)`, the site before this one, could not be removed",
          severity: .warning, fix: "nothing: the next build tries again"))
    }
    return found
  }
}

extension SearchIndexState {
  fileprivate var diagnostics: [Diagnostic] {
    let message: String
    switch self {
    case .fine: return []
    case .removed: message = "the search index told of the site before this one and went with it"
    case .missing: message = "the search page has no index yet"
    }
    return [
      Diagnostic(
        WritingCodes.searchIndex, message, severity: .note,
        fix: "make it of the published folder: `python3 -m pagefind --site FOLDER`")
    ]
  }
}

package import Basics

/// One thing the open web asks of a built site.
package struct OpenWebRule: Sendable {
  /// The guarantee's number: `O1`.
  package let id: String
  /// `no third party`
  package let title: String
  /// What it can report, for `meadow explain`.
  package let codes: [DiagnosticCode]
  /// Looks at one file: a page, a drawing, a style sheet or `robots.txt`.
  let inspect: @Sendable (inout Inspection) -> Void

  init(
    id: String, title: String, codes: [DiagnosticCode],
    inspect: @escaping @Sendable (inout Inspection) -> Void
  ) {
    self.id = id
    self.title = title
    self.codes = codes
    self.inspect = inspect
  }

  /// Every rule, in the order of their numbers.
  package static let all: [OpenWebRule] = [
    .noThirdParty, .noScript, .noTracking, .openToAll, .communityLinks, .figureData, .workingLinks,
    .nothingUncounted, .plainDrawings,
  ]
}

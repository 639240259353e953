package import Basics

/// One thing the open web asks of a built site.
package struct OpenWebRule: Sendable {
  /// The guarantee's number: `O1`.
  package let id: String
  /// `no third party`
  package let title: String
  /// What it can report, for `meadow explain`.
  package let codes: [DiagnosticCode]
  /// Looks at one file.
  let inspect: @Sendable (inout Inspection) -> Void
  /// Whether it has anything to say about a file; by its name.
  let reads: @Sendable (SitePath) -> Bool

  init(
    id: String, title: String, codes: [DiagnosticCode],
    reads: @escaping @Sendable (SitePath) -> Bool = { syntax(of: $0) != .plain },
    inspect: @escaping @Sendable (inout Inspection) -> Void
  ) {
    self.id = id
    self.title = title
    self.codes = codes
    self.reads = reads
    self.inspect = inspect
  }

  /// Every rule, in the order of their numbers.
  package static let all: [OpenWebRule] = [
    .noThirdParty, .contentPolicy, .noScript, .noTracking, .openToAll, .figureData, .workingLinks,
    .plainDrawings,
  ]
}

/// The folders of `Content/` whose files have a schema of their own; any other is a plain section.
package enum ContentFolder: String, Sendable, CaseIterable {
  case insights, communities, campaigns, strategy, jobs, criticism, sketches, explainers, media
  case experts, corrections, reps, departments, pages

  /// What one file of it is, with its article: for messages.
  var noun: String {
    switch self {
    case .insights: "an insight"
    case .communities: "a community"
    case .campaigns: "a campaign or event"
    case .strategy: "a strategy chain"
    case .jobs: "a job"
    case .criticism: "a criticism"
    case .sketches: "a sketch"
    case .explainers: "an explainer"
    case .media: "a media asset"
    case .experts: "an expert"
    case .corrections: "a correction"
    case .reps: "a rep"
    case .departments: "a department"
    case .pages: "a page"
    }
  }
}

/// Folders of `Content/` that hold no pages: never a section, whatever lies in them.
enum ReservedFolder: String, CaseIterable {
  case consent, editions, snapshots
  case staticFiles = "static"
}

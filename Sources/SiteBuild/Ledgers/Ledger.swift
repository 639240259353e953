internal import Basics

/// The collections that are shown on one page each, entry by entry, in the order of the footer.
enum Ledger: String, CaseIterable, Sendable {
  case criticism, jobs, strategy, sketches, explainers, media, corrections, experts, reps
  case departments

  var title: SiteWord {
    switch self {
    case .criticism: .criticism
    case .jobs: .jobs
    case .strategy: .strategy
    case .sketches: .sketches
    case .explainers: .explainers
    case .media: .media
    case .corrections: .corrections
    case .experts: .experts
    case .reps: .reps
    case .departments: .departments
    }
  }

  var lead: SiteWord {
    switch self {
    case .criticism: .criticismLead
    case .jobs: .jobsLead
    case .strategy: .strategyLead
    case .sketches: .sketchesLead
    case .explainers: .explainersLead
    case .media: .mediaLead
    case .corrections: .correctionsLead
    case .experts: .expertsLead
    case .reps: .repsLead
    case .departments: .departmentsLead
    }
  }

  /// Readers look for these two; the others are found at the foot of every page.
  var isInMenu: Bool { self == .criticism || self == .jobs }

  /// The anchor of one of its files; a criticism is found by its number for ever.
  static func anchor(of file: some ContentEntry) -> String {
    if let criticism = file as? ContentFile<Criticism> {
      return "c\(criticism.fields.number.value)"
    }
    // An expert's file may be named after them, who need not allow it.
    if let expert = file as? ContentFile<Expert> { return expert.fields.person.value }
    return file.head.slug?.value ?? file.slug
  }
}

extension SiteContent {
  /// The files of a ledger that have something to show.
  func files(of ledger: Ledger) -> [any ContentEntry] {
    switch ledger {
    case .criticism: criticism
    case .jobs: jobs
    case .strategy: strategy
    case .sketches: sketches
    case .explainers: explainers
    case .media: media
    case .corrections: corrections
    case .experts: experts
    case .reps: reps
    case .departments: departments
    }
  }
}

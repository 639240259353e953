package import Basics

/// One thing that is different in a newer edition.
package struct EditionChange: Sendable, Equatable {
  package enum Kind: Sendable {
    /// A headline figure that moved beyond chance, or the word that none did.
    case figure
    /// A headline figure that moved beyond chance back into its usual range.
    case settling
    /// A criticism that was raised.
    case criticism
    /// A criticism that got another status.
    case answer
    /// A community's word about what was written.
    case correction
    /// Communities and people who allowed something or said no; counted, never named.
    case consent
    /// What was found and written down.
    case insight
    /// A community that came or went.
    case community
    /// Pages that came or went.
    case address
  }

  package enum Verdict: Sendable {
    case better, worse
    /// The metric declares no good direction.
    case open
  }

  package let kind: Kind
  package let verdict: Verdict
  /// `Posts and comments: 670 in 2017, 470 in 2016`
  package let words: String
  /// Where more is told.
  let target: ChangeTarget?

  package init(_ kind: Kind, _ words: String, verdict: Verdict = .open) {
    self.init(kind, words, verdict: verdict, at: nil)
  }

  init(_ kind: Kind, _ words: String, verdict: Verdict = .open, at target: ChangeTarget?) {
    self.kind = kind
    self.words = words
    self.verdict = verdict
    self.target = target
  }

  /// What stands before the words: `Better`, `Worse`, or the kind.
  package func label(_ wording: Wording) -> String {
    switch verdict {
    case .better: wording(.better)
    case .worse: wording(.worse)
    case .open: wording(kind.word)
    }
  }
}

/// A page of the site and a place in it.
struct ChangeTarget: Sendable, Equatable {
  var page: SitePath
  var fragment: String?
}

extension EditionChange.Kind {
  fileprivate var word: SiteWord {
    switch self {
    case .figure: .changeFigure
    case .settling: .changeSettling
    case .criticism: .changeCriticism
    case .answer: .changeAnswer
    case .correction: .changeCorrection
    case .consent: .changeConsent
    case .insight: .changeInsight
    case .community: .changeCommunity
    case .address: .changeAddress
    }
  }
}

package import Basics

/// What a site's own content tells the measures beside the snapshots.
package struct MeasureInputs: Sendable, Hashable {
  package var codex: Codex
  /// What people come to get done: `Content/jobs/`.
  package var jobs: [Job]
  /// The ledger of criticism: `Content/criticism/`.
  package var criticism: [CriticismEntry]
  /// Web assets and the kind of media each is: `Content/media/`.
  package var media: [MediaAsset]
  /// Campaigns and events: `Content/campaigns/`.
  package var campaigns: [CampaignDays]

  package init(
    codex: Codex = .standard, jobs: [Job] = [], criticism: [CriticismEntry] = [],
    media: [MediaAsset] = [], campaigns: [CampaignDays] = []
  ) {
    self.codex = codex
    self.jobs = jobs
    self.criticism = criticism
    self.media = media
    self.campaigns = campaigns
  }
}

/// One job to be done, with the phrases by which a conversation about it is known.
package struct Job: Sendable, Hashable {
  package var id: String
  package var phrases: [Codex.Phrase]
  /// Slugs of the communities in which it is looked for; empty for all.
  package var communities: [String]

  package init(id: String, phrases: [Codex.Phrase], communities: [String] = []) {
    self.id = id
    self.phrases = phrases
    self.communities = communities
  }
}

/// One criticism of the ledger.
package struct CriticismEntry: Sendable, Hashable {
  /// `heard` waits for an answer; the others have had one.
  package enum Status: String, Sendable, Hashable, CaseIterable {
    case changed, declined, explained, heard
  }

  package var id: String
  package var status: Status
  /// The day it was written down.
  package var heard: CalendarDay
  /// The day its status became what it is; nil while it is only heard.
  package var answered: CalendarDay?
  /// The items in which it was said.
  package var sources: [ItemReference]

  package init(
    id: String, status: Status, heard: CalendarDay, answered: CalendarDay? = nil,
    sources: [ItemReference]
  ) {
    self.id = id
    self.status = status
    self.heard = heard
    self.answered = answered
    self.sources = sources
  }
}

/// An item of a community, by its id there.
package struct ItemReference: Sendable, Hashable {
  package var community: String
  package var item: String

  package init(community: String, item: String) {
    self.community = community
    self.item = item
  }
}

/// A web asset, or all below an address, and the kind of media it is.
package struct MediaAsset: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case earned, owned, paid, participatory, sponsored
  }

  /// `docs.example.org/guide`: host and path without scheme, query and a slash at the end.
  package var address: String
  package var kind: Kind

  package init(address: String, kind: Kind) {
    self.address = address
    self.kind = kind
  }

  /// From a whole web address; nil where that has no host with a dot.
  package init?(link: String, kind: Kind) {
    guard let page = SharedLink(link)?.page else { return nil }
    self.init(address: page, kind: kind)
  }
}

/// A campaign with its days, or an event with its day.
package struct CampaignDays: Sendable, Hashable {
  package var id: String
  package var from: CalendarDay
  /// The last day; nil for an event.
  package var to: CalendarDay?
  /// Slugs of the communities in which it was felt.
  package var communities: [String]

  package init(id: String, from: CalendarDay, to: CalendarDay?, communities: [String]) {
    self.id = id
    self.from = from
    self.to = to
    self.communities = communities
  }
}

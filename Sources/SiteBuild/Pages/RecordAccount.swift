internal import CommunityData
internal import Templating

/// What became of the records of one snapshot: each was published, withheld or quarantined.
struct RecordAccount: PageRecord {
  var about: String
  var day: String
  var counts: SnapshotManifest.Counts

  static let recordName = "account of records"
  static let fields: [PageField<RecordAccount>] = [
    .text("about", "Of which community.") { $0.about },
    .text("day", "The day on which the snapshot was made.") { $0.day },
    .integer("read", "How many records were read.") { $0.counts.read },
    .integer("measured", "How many went into the figures.") { $0.counts.items },
    .integer("withheld", "How many were left out on purpose.") { account in
      account.counts.withheld.values.reduce(0, +)
    },
    .list("reasons", "Why, the most frequent reason first.") { $0.reasons },
    .integer("quarantined", "How many could not be read.") { $0.counts.quarantined },
  ]

  private var reasons: [WithheldRecords] {
    counts.withheld.map { WithheldRecords(reason: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.reason) < ($0.count, $1.reason) }
  }
}

/// Records that were left out for one reason.
struct WithheldRecords: PageRecord {
  var reason: String
  var count: Int

  static let recordName = "withheld records"
  static let fields: [PageField<WithheldRecords>] = [
    .text("reason", "The reason, as the snapshot gives it.") { $0.reason },
    .integer("count", "How many.") { $0.count },
  ]
}

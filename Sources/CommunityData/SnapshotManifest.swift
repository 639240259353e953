package import Basics

/// What a snapshot is, where it came from and what it can tell: `manifest.json`.
package struct SnapshotManifest: Sendable, Equatable {
  package enum Scope: String, Sendable, CaseIterable {
    case `public` = "public"
    case withConsent = "with_consent"
  }

  /// Version 1 of "meadow-snapshot".
  package static let format = "meadow-snapshot"
  package static let version = 1

  package var community: String
  package var platform: String
  /// The address of the community's own place.
  package var origin: String
  package var collected: Timestamp
  package var window: Window
  package var complete: Bool
  package var gaps: [String]
  package var exporter: Exporter
  /// Tells the site key that made the member ids from others; nil for the demonstration's key and for
  /// ids that no key made.
  package var key: String?
  package var scope: Scope
  package var licences: [Licence]
  package var measurable: Measurable
  package var counts: Counts
  package var files: [File]
  /// Who measured it elsewhere; nil for a snapshot that holds all its items.
  package var measured: Measured?

  package init(
    community: String, platform: String, origin: String, collected: Timestamp, window: Window
  ) {
    self.community = community
    self.platform = platform
    self.origin = origin
    self.collected = collected
    self.window = window
    complete = true
    gaps = []
    exporter = Exporter(name: "meadow", version: "")
    scope = .public
    licences = []
    measurable = Measurable()
    counts = Counts()
    files = []
  }

  /// The last moment of which what was collected at a moment may tell: clocks differ by up to a day.
  static func latest(collectedAt moment: Timestamp) -> Timestamp {
    Timestamp(secondsSinceEpoch: moment.secondsSinceEpoch + 86_400)
  }

  /// From the first item to the moment up to which the snapshot tells the whole story.
  package struct Window: Sendable, Equatable {
    package var from: Timestamp
    package var to: Timestamp

    package init(from: Timestamp, to: Timestamp) {
      self.from = from
      self.to = to
    }
  }

  package struct Exporter: Sendable, Equatable {
    package var name: String
    package var version: String

    package init(name: String, version: String) {
      self.name = name
      self.version = version
    }
  }

  /// A content licence; a snapshot may span several, one after the other.
  package struct Licence: Sendable, Equatable {
    /// An SPDX id or a URL.
    package var id: String
    /// Items published before this moment stand under this licence; nil for the current one.
    package var until: Timestamp?
    /// How the licence asks to be credited.
    package var attribution: String?

    package init(id: String, until: Timestamp? = nil, attribution: String? = nil) {
      self.id = id
      self.until = until
      self.attribution = attribution
    }
  }

  /// What the source can support; a metric that needs a missing one is "not measurable".
  package struct Measurable: Sendable, Equatable {
    package var replies = false
    package var reactions = false
    package var threads = false
    package var urls = false
    package var edits = false
    package var roles = false

    package init() {}
  }

  /// Records read = items + withheld + quarantined, summed over the reasons.
  package struct Counts: Sendable, Equatable {
    package var read = 0
    package var items = 0
    package var members = 0
    package var channels = 0
    package var quarantined = 0
    /// Records left out on purpose, by reason.
    package var withheld: [String: Int] = [:]

    package init() {}

    package var addUp: Bool { read == items + withheld.values.reduce(0, +) + quarantined }
  }

  /// How another engine measured the items, which stayed where they are.
  package struct Measured: Sendable, Equatable {
    /// `spark 4.0.1`
    package var engine: String
    /// The fewest people that a figure was allowed to be about.
    package var threshold: Int
    /// Seconds that days begin east of UTC.
    package var zoneOffset = 0
    /// The last day on which anything was written, or could have been.
    package var lastDay: CalendarDay
    /// Whether any question of the source has an accepted answer.
    package var tellsAccepted = false
    /// Whether the place marks questions as such.
    package var marksQuestions = false
    /// Threads that wait for somebody and are more than the snapshot lists.
    package var unlisted = 0
    /// The files that were read, beginning with the day of their snapshot.
    package var inputs: [File] = []

    package init(engine: String, threshold: Int, lastDay: CalendarDay) {
      self.engine = engine
      self.threshold = threshold
      self.lastDay = lastDay
    }
  }

  package struct File: Sendable, Equatable {
    package var path: String
    /// Lower-case hexadecimal.
    package var sha256: String
    package var rows: Int

    package init(path: String, sha256: String, rows: Int) {
      self.path = path
      self.sha256 = sha256
      self.rows = rows
    }
  }
}

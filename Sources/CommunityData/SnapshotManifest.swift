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
  package var scope: Scope
  package var licences: [Licence]
  package var measurable: Measurable
  package var counts: Counts
  package var files: [File]

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

package import Basics
package import CommunityData

/// Which column of somebody's own table holds what: the map that `csv` and `ndjson` are read by.
package struct ColumnMap: Sendable {
  /// What a column can hold; the names are those of a snapshot's items.
  package enum Field: Int, Sendable, CaseIterable {
    case id, type, attributedTo, published, updated, deleted, name, content, language, inReplyTo
    case context, channel, channelName, url, tag, score, state, closed, accepted

    package var name: String { String(describing: self) }

    package init?(named name: String) {
      guard let field = Field.allCases.first(where: { $0.name == name }) else { return nil }
      self = field
    }
  }

  /// How moments are written.
  package enum Times: String, Sendable, CaseIterable {
    /// RFC 3339 with any offset, or without one for UTC.
    case iso
    /// Since 1970.
    case seconds, milliseconds, microseconds
  }

  /// The column of each field: the heading of a table, or for JSON the names on the way to the
  /// value, as `user.name`.
  package var columns: [Field: String]
  package var times: Times
  /// What the texts are written in.
  package var mediaType: Item.MediaType
  /// What the items are, where no column tells.
  package var type: Item.Kind
  /// Where the file of the map names the columns, for messages about one that is not there.
  package var places: [Field: SourceExcerpt] = [:]

  package init(
    columns: [Field: String], times: Times = .iso, mediaType: Item.MediaType = .plain,
    type: Item.Kind = .message
  ) {
    self.columns = columns
    self.times = times
    self.mediaType = mediaType
    self.type = type
  }

  /// A table that calls its columns as a snapshot calls its fields.
  package static let plain = ColumnMap(
    columns: Dictionary(uniqueKeysWithValues: Field.allCases.map { ($0, $0.name) }))

  /// What the table can support, as its columns tell.
  package var measurable: SnapshotManifest.Measurable { supported { columns[$0] != nil } }

  /// Fields whose columns decide what a table can support.
  static let telling: [Field] = [.inReplyTo, .context, .url, .updated]

  /// What a table can support that has these columns.
  func supported(by has: (Field) -> Bool) -> SnapshotManifest.Measurable {
    SnapshotManifest.Measurable(
      replies: has(.inReplyTo), threads: has(.context) || has(.inReplyTo), urls: has(.url),
      edits: has(.updated))
  }

  /// A finding about the column of a field, at the line of the map that names it or else at `place`.
  func finding(
    on field: Field, _ message: String, at place: SourceLocation? = nil,
    severity: Severity = .error, fix: String? = nil
  ) -> Diagnostic {
    guard let excerpt = places[field] else {
      return Diagnostic(
        ImportersCodes.badColumns, message, at: place, severity: severity, fix: fix)
    }
    return Diagnostic(
      ImportersCodes.badColumns, message, at: excerpt, severity: severity, fix: fix)
  }

  var timeForm: TimeForm {
    switch times {
    case .iso: .iso
    case .seconds: .seconds
    case .milliseconds: .milliseconds
    case .microseconds: .microseconds
    }
  }
}

extension ColumnMap: Equatable {
  /// Maps are equal that read a table alike, wherever that is written.
  package static func == (left: ColumnMap, right: ColumnMap) -> Bool {
    left.columns == right.columns && left.times == right.times
      && left.mediaType == right.mediaType && left.type == right.type
  }
}
